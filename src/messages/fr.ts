import { createFormats } from './createFormats.ts'
import { frenchErrors, frenchRejections } from './frFailures.ts'
import type { Messages } from './messages.ts'

const { and, count, duration, limits, or, percent, plural, size, speed } = createFormats('fr')
const files = (value: number) => plural(value, { one: `${count(value)} fichier`, other: `${count(value)} fichiers` })
const attached = (done: number, total: number) =>
  plural(done, {
    one: `${count(done)} sur ${files(total)} joint`,
    other: `${count(done)} sur ${files(total)} joints`,
  })

/** French, addressing people as « vous ». */
export const fr: Messages = {
  locale: 'fr',
  dropzone: {
    label: 'Déposez ou collez des fichiers ici',
    trigger: ({ multiple }) => (multiple ? 'Choisir des fichiers' : 'Choisir un fichier'),
    release: 'Déposez pour joindre',
    releaseAll: ({ count: value }) => `Déposez pour joindre ${files(value)}`,
    releaseSome: ({ room }) => `Il reste de la place pour ${files(room)}`,
    releaseNone: ({ types }) =>
      types.length === 0
        ? 'Ce type de fichier n’est pas accepté ici'
        : `Ce type n’est pas accepté. Possible : ${or(types)}`,
    releasePage: 'Déposez n’importe où pour joindre',
    full: 'Il n’y a plus de place pour d’autres fichiers',
    folder: 'Choisir un dossier',
    camera: 'Prendre une photo',
    reading: ({ count: value }) =>
      plural(value, {
        one: `Lecture du dossier : ${files(value)} trouvé`,
        other: `Lecture du dossier : ${files(value)} trouvés`,
      }),
    stopReading: 'Arrêter',
    readingStopped: 'Lecture arrêtée. Rien n’a été ajouté de ce dossier.',
    leftOut: ({ count: value, names }) =>
      plural(value, {
        one: `1 fichier système laissé de côté : ${and(names)}`,
        other: `${count(value)} fichiers système laissés de côté : ${and(names)}`,
      }),
    nearby: 'Déposez les fichiers dans ce cadre',
    missed: 'Les fichiers sont tombés à côté du cadre. Déposez-les à l’intérieur ou choisissez-les.',
    nothingReadable:
      'Aucun fichier lisible là-dedans. Enregistrez-le d’abord sur votre appareil, puis choisissez-le ici.',
    hint: (facts) =>
      limits(facts, {
        maxFileSize: (bytes) => `jusqu’à ${bytes} chacun`,
        minFileSize: (bytes) => `au moins ${bytes} chacun`,
        maxTotalSize: (bytes) => `${bytes} en tout`,
        usedSize: (used, bytes) => `${used} sur ${bytes} utilisés`,
        maxFiles: (value) => `${files(value)} au maximum`,
        usedFiles: (used, value) => `${count(used)} sur ${files(value)}`,
      }),
  },
  list: {
    label: 'Pièces jointes',
    empty: 'Aucune pièce jointe pour l’instant',
    download: ({ name }) => `Télécharger ${name}`,
    cancel: ({ name }) => `Annuler l’envoi de ${name}`,
    retry: ({ name }) => `Réessayer ${name}`,
    remove: ({ name }) => `Retirer ${name}`,
    cancelDownload: ({ name }) => `Arrêter le téléchargement de ${name}`,
    admit: ({ name }) => `Ajouter quand même : ${name}`,
    rename: ({ name }) => `Renommer ${name}`,
    copyDetails: ({ name }) => `Copier les détails pour l’assistance sur ${name}`,
    undo: ({ name }) => `Annuler le retrait de ${name}`,
    continueUpload: ({ name }) => `Continuer avec ${name}`,
    chooseAgain: ({ name }) => `Choisir le fichier : ${name}`,
    tips: {
      download: 'Télécharger',
      cancel: 'Annuler l’envoi',
      retry: 'Réessayer',
      remove: 'Retirer',
      cancelDownload: 'Arrêter le téléchargement',
      admit: 'Ajouter quand même',
      rename: 'Renommer',
      copyDetails: 'Copier les détails pour l’assistance',
      undo: 'Annuler',
      continueUpload: 'Continuer',
      chooseAgain: 'Choisir le fichier',
    },
    copied: 'Copié',
    copyFailed: 'Le navigateur ne l’a pas permis',
    newName: ({ name }) => `Nouveau nom de ${name}`,
    holds: {
      user: 'Les envois sont en pause.',
      offline: 'Il n’y a pas de connexion. Les envois reprendront d’eux-mêmes à son retour.',
      auth: 'Vous avez été déconnecté. Reconnectez-vous, puis reprenez. Vos fichiers sont conservés.',
    },
    resume: 'Reprendre',
    signIn: 'Se connecter',
    progress: ({ name }) => `Envoi de ${name}`,
    downloadProgress: ({ name }) => `Téléchargement de ${name}`,
  },
  progress: {
    label: 'Progression de l’envoi',
    count: ({ done, total }) => attached(done, total),
    bytes: ({ sentBytes, totalBytes }) => `${size(sentBytes)} sur ${size(totalBytes)}`,
    valueText: (facts) => `${percent(facts)}, ${attached(facts.done, facts.total)}`,
    summary: ({ done, total, failed }) =>
      failed > 0
        ? `${attached(done, total)}, ${plural(failed, { one: `${count(failed)} échec`, other: `${count(failed)} échecs` })}`
        : plural(total, { one: '1 fichier joint', other: `Les ${files(total)} sont joints` }),
    indeterminate: 'Envoi en cours',
    retryAll: ({ count: value }) => `Réessayer ${files(value)}`,
  },
  preview: {
    open: ({ name }) => `Aperçu de ${name}`,
    close: 'Fermer l’aperçu',
    loading: 'Chargement de l’image',
    failed: 'Cette image ne peut pas être affichée ici. Téléchargez-la pour la voir.',
  },
  field: {
    label: 'Pièces jointes',
    required: 'Ajoutez au moins un fichier.',
    tooFew: ({ min }) => `Ajoutez au moins ${files(min)}.`,
    tooMany: ({ max }) => `Joignez ${files(max)} au maximum. Retirez-en.`,
    busy: ({ count: value }) =>
      plural(value, {
        one: 'Attendez que le fichier soit joint, ou annulez-le.',
        other: `Attendez que ${files(value)} soient joints, ou annulez-les.`,
      }),
    failed: ({ names }) =>
      plural(names.length, {
        one: `${and(names)} n’est pas joint. Réessayez ou retirez-le.`,
        other: `${and(names)} ne sont pas joints. Réessayez ou retirez-les.`,
      }),
  },
  status: {
    queued: 'En attente',
    preparing: 'Préparation',
    uploading: 'Envoi en cours',
    committing: 'Finalisation',
    done: 'Joint',
    failed: 'Échec',
    cancelled: 'Annulé',
    paused: 'En pause',
    rejected: 'Non ajouté',
  },
  pauses: {
    user: 'En pause',
    offline: 'En attente d’une connexion',
    auth: 'Reconnectez-vous pour continuer',
  },
  errors: frenchErrors,
  rejections: frenchRejections,
  facts: {
    size: ({ bytes }) => size(bytes),
    sent: ({ sentBytes, totalBytes }) => `${size(sentBytes)} sur ${size(totalBytes)}`,
    percent,
    retrying: ({ attempt, maxAttempts }) =>
      `Connexion perturbée. La tentative ${count(attempt)} sur ${count(maxAttempts)} va commencer`,
    stalled: 'À l’arrêt, la tentative continue',
    mismatch: 'Le contenu ne correspond pas au nom',
    notAttached: 'Envoyé, mais pas encore joint. Réessayer le joint sans le renvoyer.',
    downloading: ({ receivedBytes, totalBytes }) =>
      totalBytes === undefined
        ? `Téléchargement, ${size(receivedBytes)} pour l’instant`
        : `Téléchargement, ${size(receivedBytes)} sur ${size(totalBytes)}`,
    preparingDownload: 'Préparation du téléchargement',
    downloaded: 'Téléchargé',
    scanning: 'Recherche de virus en cours',
    infected: 'Bloqué : un virus a été trouvé',
    speed,
    timeLeft: ({ ms }) => `encore ${duration(ms)}`,
    removalPending: 'Sera retiré à l’envoi du formulaire',
    removing: 'Retrait en cours',
    removalFailed:
      'Toujours enregistré : le retrait a échoué. Réessayez au prochain envoi du formulaire, ou annulez le retrait.',
    interrupted: 'Interrompu. Choisissez à nouveau le fichier pour continuer.',
    interruptedAtHand: 'Interrompu. L’envoi peut reprendre où il s’est arrêté.',
    otherFile: 'C’est un autre fichier. Choisissez celui d’avant : nom, taille et date doivent être les mêmes.',
  },
  fileTypes: { image: 'images', video: 'vidéos', audio: 'fichiers audio', text: 'fichiers texte', font: 'polices' },
  announcements: {
    added: ({ names }) => (names.length <= 3 ? `Ajout de ${and(names)}.` : `Ajout de ${files(names.length)}.`),
    rejected: ({ name, reason }) => `${name} n’a pas été ajouté. ${reason}`,
    rejectedMany: ({ count: value }) =>
      plural(value, {
        one: `${files(value)} n’a pas été ajouté. La raison est dans la liste.`,
        other: `${files(value)} n’ont pas été ajoutés. Les raisons sont dans la liste.`,
      }),
    failed: ({ name, reason }) => `Échec pour ${name}. ${reason}`,
    failedMany: ({ count: value }) =>
      plural(value, {
        one: `Échec pour ${files(value)}. La raison est dans la liste.`,
        other: `Échec pour ${files(value)}. Les raisons sont dans la liste.`,
      }),
    done: ({ names }) =>
      plural(names.length, {
        one: `${and(names)} est joint.`,
        other: names.length <= 3 ? `${and(names)} sont joints.` : `${files(names.length)} sont joints.`,
      }),
    allDone: ({ count: value }) =>
      plural(value, { one: 'Le fichier est joint.', other: `Les ${files(value)} sont joints.` }),
    cancelled: ({ name }) => `Envoi de ${name} annulé.`,
    removed: ({ name }) => `${name} retiré.`,
    paused: ({ reason }) => `Les envois sont suspendus. ${reason}.`,
    downloaded: ({ name }) => `${name} téléchargé.`,
    renamed: ({ name }) => `Renommé en ${name}.`,
    removalPending: ({ name }) => `${name} sera retiré à l’envoi du formulaire. La liste permet de l’annuler.`,
    restored: ({ name }) => `${name} est conservé.`,
    scanned: ({ name }) => `${name} a été vérifié, aucun virus trouvé.`,
    infected: ({ name }) => `${name} est bloqué, un virus a été trouvé.`,
    copied: ({ name }) => `Détails sur ${name} copiés.`,
  },
}
