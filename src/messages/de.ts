import { createFormats } from './createFormats.ts'
import { germanErrors, germanRejections } from './deFailures.ts'
import type { Messages } from './messages.ts'

const { and, count, duration, limits, or, percent, plural, size, speed } = createFormats('de')
const files = (value: number) => plural(value, { one: `${count(value)} Datei`, other: `${count(value)} Dateien` })

/** German, addressing people as „Sie“. */
export const de: Messages = {
  locale: 'de',
  dropzone: {
    label: 'Dateien hier ablegen oder einfügen',
    trigger: ({ multiple }) => (multiple ? 'Dateien auswählen' : 'Datei auswählen'),
    release: 'Loslassen zum Anhängen',
    releaseAll: ({ count: value }) => `Loslassen, um ${files(value)} anzuhängen`,
    releaseSome: ({ room }) => `Platz ist noch für ${files(room)}`,
    releaseNone: ({ types }) =>
      types.length === 0
        ? 'Dieser Dateityp wird hier nicht angenommen'
        : `Dieser Typ wird nicht angenommen. Möglich: ${or(types)}`,
    releasePage: 'Irgendwo loslassen zum Anhängen',
    full: 'Für weitere Dateien ist kein Platz',
    folder: 'Ordner auswählen',
    camera: 'Foto aufnehmen',
    reading: ({ count: value }) => `Der Ordner wird durchsucht: ${files(value)} gefunden`,
    stopReading: 'Anhalten',
    readingStopped: 'Angehalten. Aus dem Ordner wurde nichts hinzugefügt.',
    leftOut: ({ count: value, names }) =>
      plural(value, {
        one: `1 Systemdatei weggelassen: ${and(names)}`,
        other: `${count(value)} Systemdateien weggelassen: ${and(names)}`,
      }),
    nearby: 'Dateien in diesem Feld ablegen',
    missed: 'Die Dateien wurden neben dem Feld abgelegt. Legen Sie sie im Feld ab oder wählen Sie sie aus.',
    nothingReadable:
      'Darin war keine lesbare Datei. Speichern Sie sie zuerst auf Ihrem Gerät und wählen Sie sie dann hier aus.',
    hint: (facts) =>
      limits(facts, {
        maxFileSize: (bytes) => `je bis zu ${bytes}`,
        minFileSize: (bytes) => `je mindestens ${bytes}`,
        maxTotalSize: (bytes) => `${bytes} insgesamt`,
        usedSize: (used, bytes) => `${used} von ${bytes} belegt`,
        maxFiles: (value) => `höchstens ${files(value)}`,
        usedFiles: (used, value) => `${count(used)} von ${files(value)}`,
      }),
  },
  list: {
    label: 'Anhänge',
    empty: 'Noch keine Anhänge',
    download: ({ name }) => `${name} herunterladen`,
    cancel: ({ name }) => `${name} abbrechen`,
    retry: ({ name }) => `${name} erneut versuchen`,
    remove: ({ name }) => `${name} entfernen`,
    cancelDownload: ({ name }) => `Herunterladen von ${name} abbrechen`,
    admit: ({ name }) => `Trotzdem hinzufügen: ${name}`,
    rename: ({ name }) => `${name} umbenennen`,
    copyDetails: ({ name }) => `Angaben für den Support zu ${name} kopieren`,
    undo: ({ name }) => `Rückgängig: ${name} behalten`,
    continueUpload: ({ name }) => `Fortsetzen: ${name}`,
    chooseAgain: ({ name }) => `Datei auswählen: ${name}`,
    tips: {
      download: 'Herunterladen',
      cancel: 'Abbrechen',
      retry: 'Erneut versuchen',
      remove: 'Entfernen',
      cancelDownload: 'Herunterladen abbrechen',
      admit: 'Trotzdem hinzufügen',
      rename: 'Umbenennen',
      copyDetails: 'Angaben für den Support kopieren',
      undo: 'Rückgängig',
      continueUpload: 'Fortsetzen',
      chooseAgain: 'Datei auswählen',
    },
    copied: 'Kopiert',
    copyFailed: 'Der Browser hat es nicht erlaubt',
    newName: ({ name }) => `Neuer Name für ${name}`,
    holds: {
      user: 'Das Hochladen ist angehalten.',
      offline: 'Es besteht keine Verbindung. Sobald sie wieder da ist, geht es von selbst weiter.',
      auth: 'Sie wurden abgemeldet. Melden Sie sich wieder an und setzen Sie dann fort. Ihre Dateien bleiben erhalten.',
    },
    resume: 'Fortsetzen',
    signIn: 'Anmelden',
    progress: ({ name }) => `${name} wird hochgeladen`,
    downloadProgress: ({ name }) => `${name} wird heruntergeladen`,
  },
  progress: {
    label: 'Fortschritt des Hochladens',
    count: ({ done, total }) => `${count(done)} von ${files(total)} angehängt`,
    bytes: ({ sentBytes, totalBytes }) => `${size(sentBytes)} von ${size(totalBytes)}`,
    valueText: (facts) => `${percent(facts)}, ${count(facts.done)} von ${files(facts.total)} angehängt`,
    summary: ({ done, total, failed }) =>
      failed > 0
        ? `${count(done)} von ${files(total)} angehängt, ${count(failed)} fehlgeschlagen`
        : plural(total, { one: '1 Datei angehängt', other: `Alle ${files(total)} angehängt` }),
    indeterminate: 'Wird hochgeladen',
    retryAll: ({ count: value }) => `${files(value)} erneut versuchen`,
  },
  preview: {
    open: ({ name }) => `Vorschau von ${name}`,
    close: 'Vorschau schließen',
    loading: 'Das Bild wird geladen',
    failed: 'Dieses Bild kann hier nicht gezeigt werden. Laden Sie es herunter, um es anzusehen.',
  },
  field: {
    label: 'Anhänge',
    required: 'Fügen Sie mindestens eine Datei hinzu.',
    tooFew: ({ min }) => `Fügen Sie mindestens ${files(min)} hinzu.`,
    tooMany: ({ max }) => `Höchstens ${files(max)} sind möglich. Entfernen Sie einige.`,
    busy: ({ count: value }) =>
      plural(value, {
        one: 'Warten Sie, bis die Datei angehängt ist, oder brechen Sie sie ab.',
        other: `Warten Sie, bis ${files(value)} angehängt sind, oder brechen Sie sie ab.`,
      }),
    failed: ({ names }) =>
      plural(names.length, {
        one: `${and(names)} ist nicht angehängt. Versuchen Sie es erneut oder entfernen Sie die Datei.`,
        other: `${and(names)} sind nicht angehängt. Versuchen Sie es erneut oder entfernen Sie die Dateien.`,
      }),
  },
  status: {
    queued: 'Wartet',
    preparing: 'Wird vorbereitet',
    uploading: 'Wird hochgeladen',
    committing: 'Wird abgeschlossen',
    done: 'Angehängt',
    failed: 'Fehlgeschlagen',
    cancelled: 'Abgebrochen',
    paused: 'Angehalten',
    rejected: 'Nicht hinzugefügt',
  },
  pauses: {
    user: 'Angehalten',
    offline: 'Wartet auf eine Verbindung',
    auth: 'Melden Sie sich wieder an, um fortzufahren',
  },
  errors: germanErrors,
  rejections: germanRejections,
  facts: {
    size: ({ bytes }) => size(bytes),
    sent: ({ sentBytes, totalBytes }) => `${size(sentBytes)} von ${size(totalBytes)}`,
    percent,
    retrying: ({ attempt, maxAttempts }) =>
      `Verbindung gestört. Versuch ${count(attempt)} von ${count(maxAttempts)} beginnt gleich`,
    stalled: 'Stockt, wird weiter versucht',
    mismatch: 'Inhalt passt nicht zum Namen',
    notAttached:
      'Hochgeladen, aber noch nicht angehängt. Ein neuer Versuch hängt sie an, ohne sie noch einmal zu senden.',
    downloading: ({ receivedBytes, totalBytes }) =>
      totalBytes === undefined
        ? `Wird heruntergeladen, bisher ${size(receivedBytes)}`
        : `Wird heruntergeladen, ${size(receivedBytes)} von ${size(totalBytes)}`,
    preparingDownload: 'Das Herunterladen wird vorbereitet',
    downloaded: 'Heruntergeladen',
    scanning: 'Wird auf Viren geprüft',
    infected: 'Gesperrt: Ein Virus wurde gefunden',
    speed,
    timeLeft: ({ ms }) => `noch ${duration(ms)}`,
    removalPending: 'Wird mit dem Absenden entfernt',
    removing: 'Wird entfernt',
    removalFailed:
      'Noch gespeichert: Das Entfernen hat nicht geklappt. Versuchen Sie es beim nächsten Absenden oder machen Sie es rückgängig.',
    interrupted: 'Unterbrochen. Wählen Sie die Datei erneut aus, dann geht es weiter.',
    interruptedAtHand: 'Unterbrochen. Es kann dort weitergehen, wo es aufhörte.',
    otherFile: 'Das ist eine andere Datei. Wählen Sie die von vorhin: Name, Größe und Datum müssen gleich sein.',
  },
  fileTypes: { image: 'Bilder', video: 'Videos', audio: 'Audiodateien', text: 'Textdateien', font: 'Schriften' },
  announcements: {
    added: ({ names }) => (names.length <= 3 ? `${and(names)} hinzugefügt.` : `${files(names.length)} hinzugefügt.`),
    rejected: ({ name, reason }) => `${name} wurde nicht hinzugefügt. ${reason}`,
    rejectedMany: ({ count: value }) =>
      plural(value, {
        one: `${count(value)} Datei wurde nicht hinzugefügt. Der Grund steht in der Liste.`,
        other: `${count(value)} Dateien wurden nicht hinzugefügt. Die Gründe stehen in der Liste.`,
      }),
    failed: ({ name, reason }) => `${name} ist fehlgeschlagen. ${reason}`,
    failedMany: ({ count: value }) =>
      plural(value, {
        one: `${count(value)} Datei ist fehlgeschlagen. Der Grund steht in der Liste.`,
        other: `${count(value)} Dateien sind fehlgeschlagen. Die Gründe stehen in der Liste.`,
      }),
    done: ({ names }) => (names.length <= 3 ? `${and(names)} angehängt.` : `${files(names.length)} angehängt.`),
    allDone: ({ count: value }) =>
      plural(value, { one: 'Die Datei ist angehängt.', other: `Alle ${files(value)} sind angehängt.` }),
    cancelled: ({ name }) => `${name} abgebrochen.`,
    removed: ({ name }) => `${name} entfernt.`,
    paused: ({ reason }) => `Das Hochladen ruht. ${reason}.`,
    downloaded: ({ name }) => `${name} heruntergeladen.`,
    renamed: ({ name }) => `In ${name} umbenannt.`,
    removalPending: ({ name }) =>
      `${name} wird mit dem Absenden entfernt. In der Liste können Sie es rückgängig machen.`,
    restored: ({ name }) => `${name} bleibt erhalten.`,
    scanned: ({ name }) => `${name} wurde geprüft, es wurde kein Virus gefunden.`,
    infected: ({ name }) => `${name} ist gesperrt, ein Virus wurde gefunden.`,
    copied: ({ name }) => `Angaben zu ${name} kopiert.`,
  },
}
