import { createFormats } from './createFormats.ts'
import type { Messages } from './messages.ts'

const { count, or, plural, size } = createFormats('de')
const askSupport = 'Versuchen Sie es später noch einmal oder wenden Sie sich an den Support.'

/** Why a file failed, and the way out, in German. */
export const germanErrors: Messages['errors'] = {
  network: 'Die Verbindung ist abgebrochen. Prüfen Sie Ihr Netzwerk und versuchen Sie es noch einmal.',
  offline: 'Sie sind offline. Es geht weiter, sobald die Verbindung wieder da ist.',
  'cors-refused': `Der Speicher nimmt von dieser Seite nichts an. ${askSupport}`,
  'csp-blocked': `Diese Seite darf den Speicher nicht erreichen. ${askSupport}`,
  'mixed-content': `Die Adresse des Speichers ist nicht sicher, deshalb hat der Browser sie gesperrt. ${askSupport}`,
  timeout: 'Der Server hat zu lange gewartet. Versuchen Sie es mit einer stabileren Verbindung noch einmal.',
  stalled: 'Das Hochladen kam nicht mehr voran. Prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal.',
  'answer-overdue':
    'Die Datei wurde gesendet, aber es kam keine Antwort. Versuchen Sie es noch einmal: Was angekommen ist, wird nicht doppelt gesendet.',
  unauthorized: 'Sie wurden abgemeldet. Melden Sie sich wieder an, um fortzufahren.',
  forbidden: ({ stage }) =>
    stage === 'download'
      ? 'Sie dürfen diese Datei nicht herunterladen. Bitten Sie den Besitzer um Zugriff.'
      : 'Sie dürfen hier keine Dateien anhängen. Bitten Sie Ihre Administration um Zugriff.',
  'credential-expired':
    'Die Erlaubnis für diese Datei ist abgelaufen. Versuchen Sie es noch einmal, um eine neue zu erhalten.',
  'credential-refused':
    'Der Speicher hat die Erlaubnis für diese Datei abgelehnt. Versuchen Sie es noch einmal, um eine neue zu erhalten.',
  'signature-mismatch': `Der Speicher hat die Unterschrift der Anfrage nicht anerkannt. ${askSupport}`,
  'clock-skewed': 'Die Uhr dieses Geräts geht falsch. Stellen Sie sie richtig und versuchen Sie es noch einmal.',
  'policy-violated': 'Der Speicher nimmt diese Datei nicht an. Wählen Sie eine andere aus.',
  'file-too-large': ({ limitBytes }) =>
    limitBytes === undefined
      ? 'Die Datei ist zu groß für den Speicher. Wählen Sie eine kleinere aus.'
      : `Die Datei ist größer als ${size(limitBytes)}. Wählen Sie eine kleinere aus.`,
  'file-too-small': ({ limitBytes }) =>
    limitBytes === undefined
      ? 'Die Datei ist zu klein für den Speicher. Wählen Sie eine andere aus.'
      : `Die Datei ist kleiner als ${size(limitBytes)}. Wählen Sie eine andere aus.`,
  'file-invalid-type': 'Der Speicher nimmt diesen Dateityp nicht an. Wählen Sie eine andere Datei aus.',
  'file-invalid-name':
    'Der Speicher nimmt diesen Dateinamen nicht an. Benennen Sie die Datei um und wählen Sie sie noch einmal aus.',
  'file-changed': 'Die Datei wurde geändert oder ist nicht mehr verfügbar. Wählen Sie sie noch einmal aus.',
  'file-is-directory': 'Das ist ein Ordner. Öffnen Sie ihn und wählen Sie die Dateien darin aus.',
  'integrity-mismatch': 'Die Datei ist beschädigt angekommen. Versuchen Sie es noch einmal.',
  'object-exists':
    'Eine Datei dieses Namens ist schon gespeichert. Benennen Sie die Datei um und wählen Sie sie noch einmal aus.',
  'quota-exceeded': 'Der Speicher ist voll. Entfernen Sie zuerst etwas oder wenden Sie sich an den Support.',
  'rate-limited': 'Zu viele Dateien auf einmal. Warten Sie einen Moment und versuchen Sie es noch einmal.',
  'server-error': 'Der Server hatte ein Problem. Versuchen Sie es gleich noch einmal.',
  unavailable: 'Der Dienst ist gerade nicht verfügbar. Versuchen Sie es gleich noch einmal.',
  'not-found': ({ stage }) =>
    stage === 'download'
      ? 'Diese Datei ist nicht mehr da. Laden Sie die Seite neu, um den jetzigen Stand zu sehen.'
      : `Der Platz für diese Datei wurde nicht gefunden. ${askSupport}`,
  'store-misconfigured': `Der Speicher ist nicht richtig eingerichtet. ${askSupport}`,
  'stored-not-registered':
    'Hochgeladen, aber noch nicht angehängt. Ein neuer Versuch hängt sie an, ohne sie noch einmal zu senden.',
  'etag-not-exposed': `Der Speicher zeigt dieser Seite seine Quittung nicht. ${askSupport}`,
  'header-forbidden': `Die Erlaubnis verlangt etwas, das Browser nicht senden. ${askSupport}`,
  'url-refused': `Die Adresse für diese Datei ist nicht sicher. ${askSupport}`,
  'answer-unreadable': `Die Antwort des Servers war nicht lesbar. ${askSupport}`,
  'vendor-refused': ({ stage }) =>
    stage === 'download'
      ? `Der Dienst gibt diese Datei nicht heraus. ${askSupport}`
      : `Der Dienst hat diese Datei abgelehnt. ${askSupport}`,
  'download-truncated': 'Das Herunterladen endete zu früh. Versuchen Sie es noch einmal.',
  'still-scanning': 'Die Datei wird noch auf Viren geprüft. Versuchen Sie es gleich noch einmal.',
  infected: 'In dieser Datei wurde ein Virus gefunden, deshalb ist sie gesperrt.',
  unknown: ({ stage }) =>
    stage === 'download'
      ? 'Das Herunterladen hat nicht geklappt. Versuchen Sie es noch einmal oder wenden Sie sich an den Support.'
      : 'Das Hochladen hat nicht geklappt. Versuchen Sie es noch einmal oder wenden Sie sich an den Support.',
}

/** Why a file was not taken, and the way out, in German. */
export const germanRejections: Messages['rejections'] = {
  'file-invalid-type': ({ types }) =>
    types.length === 0
      ? 'Dieser Dateityp wird hier nicht angenommen.'
      : `Dieser Typ wird nicht angenommen. Möglich: ${or(types)}.`,
  'file-too-large': ({ limit }) =>
    limit === undefined ? 'Die Datei ist zu groß.' : `Größer als ${size(limit)}. Wählen Sie eine kleinere Datei aus.`,
  'file-too-small': ({ limit }) =>
    limit === undefined ? 'Die Datei ist zu klein.' : `Kleiner als ${size(limit)}. Wählen Sie eine andere Datei aus.`,
  'file-empty': 'Die Datei ist leer. Wählen Sie eine andere aus.',
  'file-is-directory': 'Das ist ein Ordner. Öffnen Sie ihn und wählen Sie die Dateien darin aus.',
  'file-invalid-name': ({ detail }) =>
    detail === undefined
      ? 'Der Name wird nicht angenommen. Benennen Sie die Datei um und wählen Sie sie noch einmal aus.'
      : `Der Name wird nicht angenommen: ${detail}. Benennen Sie die Datei um und wählen Sie sie noch einmal aus.`,
  'too-many-files': ({ limit }) =>
    limit === undefined
      ? 'Das sind zu viele Dateien. Entfernen Sie zuerst eine.'
      : plural(limit, {
          one: 'Nur 1 Datei kann angehängt werden. Entfernen Sie sie zuerst.',
          other: `Nur ${count(limit)} Dateien können angehängt werden. Entfernen Sie zuerst eine.`,
        }),
  'total-too-large': ({ limit }) =>
    limit === undefined
      ? 'Zusammen sind die Dateien zu groß. Entfernen Sie zuerst eine.'
      : `Zusammen sind die Dateien größer als ${size(limit)}. Entfernen Sie zuerst eine.`,
  duplicate: 'Diese Datei steht schon in der Liste.',
  'batch-rejected': 'Nicht hinzugefügt, weil andere Dateien derselben Auswahl nicht angenommen wurden.',
}
