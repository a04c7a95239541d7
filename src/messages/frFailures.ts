import { createFormats } from './createFormats.ts'
import type { Messages } from './messages.ts'

const { count, or, plural, size } = createFormats('fr')
const askSupport = 'Réessayez plus tard ou contactez l’assistance.'

/** Why a file failed, and the way out, in French. */
export const frenchErrors: Messages['errors'] = {
  network: 'La connexion a été perdue. Vérifiez votre réseau et réessayez.',
  offline: 'Vous êtes hors ligne. L’envoi reprendra au retour de la connexion.',
  'cors-refused': `Le stockage refuse les envois de cette page. ${askSupport}`,
  'csp-blocked': `Cette page n’a pas le droit de joindre le stockage. ${askSupport}`,
  'mixed-content': `L’adresse du stockage n’est pas sécurisée, le navigateur l’a donc bloquée. ${askSupport}`,
  timeout: 'Le serveur a attendu trop longtemps. Réessayez avec une connexion plus stable.',
  stalled: 'L’envoi n’avançait plus. Vérifiez votre connexion et réessayez.',
  'answer-overdue':
    'Le fichier a été envoyé, mais aucune réponse n’est venue. Réessayez : ce qui est arrivé n’est pas envoyé deux fois.',
  unauthorized: 'Vous avez été déconnecté. Reconnectez-vous pour continuer.',
  forbidden: ({ stage }) =>
    stage === 'download'
      ? 'Vous n’avez pas le droit de télécharger ce fichier. Demandez l’accès à son propriétaire.'
      : 'Vous n’avez pas le droit de joindre des fichiers ici. Demandez l’accès à votre administrateur.',
  'credential-expired': 'L’autorisation pour ce fichier a expiré. Réessayez pour en obtenir une nouvelle.',
  'credential-refused': 'Le stockage a refusé l’autorisation pour ce fichier. Réessayez pour en obtenir une nouvelle.',
  'signature-mismatch': `Le stockage n’a pas reconnu la signature de la demande. ${askSupport}`,
  'clock-skewed': 'L’horloge de cet appareil est fausse. Mettez-la à l’heure et réessayez.',
  'policy-violated': 'Le stockage ne prend pas ce fichier. Choisissez-en un autre.',
  'file-too-large': ({ limitBytes }) =>
    limitBytes === undefined
      ? 'Le fichier est trop volumineux pour le stockage. Choisissez-en un plus petit.'
      : `Le fichier dépasse ${size(limitBytes)}. Choisissez-en un plus petit.`,
  'file-too-small': ({ limitBytes }) =>
    limitBytes === undefined
      ? 'Le fichier est trop petit pour le stockage. Choisissez-en un autre.'
      : `Le fichier fait moins de ${size(limitBytes)}. Choisissez-en un autre.`,
  'file-invalid-type': 'Le stockage ne prend pas ce type de fichier. Choisissez-en un autre.',
  'file-invalid-name': 'Le stockage ne prend pas ce nom de fichier. Renommez le fichier et choisissez-le de nouveau.',
  'file-changed': 'Le fichier a changé ou n’est plus disponible. Choisissez-le de nouveau.',
  'file-is-directory': 'C’est un dossier. Ouvrez-le et choisissez les fichiers qu’il contient.',
  'integrity-mismatch': 'Le fichier est arrivé endommagé. Réessayez.',
  'object-exists': 'Un fichier de ce nom est déjà enregistré. Renommez le fichier et choisissez-le de nouveau.',
  'quota-exceeded': 'Le stockage est plein. Retirez d’abord quelque chose ou contactez l’assistance.',
  'rate-limited': 'Trop d’envois à la fois. Attendez un instant et réessayez.',
  'server-error': 'Le serveur a eu un problème. Réessayez dans un instant.',
  unavailable: 'Le service n’est pas disponible pour le moment. Réessayez dans un instant.',
  'not-found': ({ stage }) =>
    stage === 'download'
      ? 'Ce fichier n’est plus là. Rechargez la page pour voir ce qui existe.'
      : `L’emplacement de ce fichier est introuvable. ${askSupport}`,
  'store-misconfigured': `Le stockage est mal configuré. ${askSupport}`,
  'stored-not-registered': 'Envoyé, mais pas encore joint. Réessayer le joint sans le renvoyer.',
  'etag-not-exposed': `Le stockage cache son reçu à cette page. ${askSupport}`,
  'header-forbidden': `L’autorisation demande une chose que les navigateurs n’envoient pas. ${askSupport}`,
  'url-refused': `L’adresse de ce fichier n’est pas sûre. ${askSupport}`,
  'answer-unreadable': `La réponse du serveur était illisible. ${askSupport}`,
  'vendor-refused': ({ stage }) =>
    stage === 'download'
      ? `Le service a refusé de remettre ce fichier. ${askSupport}`
      : `Le service a refusé ce fichier. ${askSupport}`,
  'download-truncated': 'Le téléchargement s’est arrêté trop tôt. Réessayez.',
  'still-scanning': 'La recherche de virus dans ce fichier n’est pas finie. Réessayez dans un instant.',
  infected: 'Un virus a été trouvé dans ce fichier, il est donc bloqué.',
  unknown: ({ stage }) =>
    stage === 'download'
      ? 'Le téléchargement n’a pas abouti. Réessayez ou contactez l’assistance.'
      : 'L’envoi n’a pas abouti. Réessayez ou contactez l’assistance.',
}

/** Why a file was not taken, and the way out, in French. */
export const frenchRejections: Messages['rejections'] = {
  'file-invalid-type': ({ types }) =>
    types.length === 0
      ? 'Ce type de fichier n’est pas accepté ici.'
      : `Ce type n’est pas accepté. Possible : ${or(types)}.`,
  'file-too-large': ({ limit }) =>
    limit === undefined
      ? 'Le fichier est trop volumineux.'
      : `Plus de ${size(limit)}. Choisissez un fichier plus petit.`,
  'file-too-small': ({ limit }) =>
    limit === undefined ? 'Le fichier est trop petit.' : `Moins de ${size(limit)}. Choisissez un autre fichier.`,
  'file-empty': 'Le fichier est vide. Choisissez-en un autre.',
  'file-is-directory': 'C’est un dossier. Ouvrez-le et choisissez les fichiers qu’il contient.',
  'file-invalid-name': ({ detail }) =>
    detail === undefined
      ? 'Le nom n’est pas accepté. Renommez le fichier et choisissez-le de nouveau.'
      : `Le nom n’est pas accepté : ${detail}. Renommez le fichier et choisissez-le de nouveau.`,
  'too-many-files': ({ limit }) =>
    limit === undefined
      ? 'Il y a trop de fichiers. Retirez-en un d’abord.'
      : plural(limit, {
          one: 'Un seul fichier peut être joint. Retirez-le d’abord.',
          other: `Seuls ${count(limit)} fichiers peuvent être joints. Retirez-en un d’abord.`,
        }),
  'total-too-large': ({ limit }) =>
    limit === undefined
      ? 'Ensemble, les fichiers sont trop volumineux. Retirez-en un d’abord.'
      : `Ensemble, les fichiers dépassent ${size(limit)}. Retirez-en un d’abord.`,
  duplicate: 'Ce fichier est déjà dans la liste.',
  'batch-rejected': 'Non ajouté, car d’autres fichiers du même dépôt n’ont pas été acceptés.',
}
