import { createFormats } from './createFormats.ts'
import type { Messages } from './messages.ts'

const { count, or, plural, size } = createFormats('he')
const askSupport = 'אפשר לנסות מאוחר יותר או לפנות לתמיכה.'

/** Why a file failed, and the way out, in Hebrew. */
export const hebrewErrors: Messages['errors'] = {
  network: 'החיבור נותק. כדאי לבדוק את הרשת ולנסות שוב.',
  offline: 'אין חיבור לרשת. ההעלאה תימשך כשהחיבור יחזור.',
  'cors-refused': `האחסון מסרב להעלאות מדף זה. ${askSupport}`,
  'csp-blocked': `דף זה אינו רשאי לפנות לאחסון. ${askSupport}`,
  'mixed-content': `כתובת האחסון אינה מאובטחת והדפדפן חסם אותה. ${askSupport}`,
  timeout: 'השרת חיכה יותר מדי זמן. אפשר לנסות שוב בחיבור יציב יותר.',
  stalled: 'ההעלאה הפסיקה להתקדם. כדאי לבדוק את החיבור ולנסות שוב.',
  'answer-overdue': 'הקובץ נשלח אך לא התקבלה תשובה. אפשר לנסות שוב: מה שהגיע לא יישלח פעמיים.',
  unauthorized: 'החיבור לחשבון נותק. יש להתחבר שוב כדי להמשיך.',
  forbidden: ({ stage }) =>
    stage === 'download'
      ? 'אין הרשאה להוריד קובץ זה. אפשר לבקש גישה מבעליו.'
      : 'אין הרשאה לצרף כאן קבצים. אפשר לבקש גישה ממנהל המערכת.',
  'credential-expired': 'תוקף ההרשאה לקובץ זה פג. ניסיון חוזר יקבל הרשאה חדשה.',
  'credential-refused': 'האחסון דחה את ההרשאה לקובץ זה. ניסיון חוזר יקבל הרשאה חדשה.',
  'signature-mismatch': `האחסון לא קיבל את חתימת הבקשה. ${askSupport}`,
  'clock-skewed': 'השעון של מכשיר זה אינו מדויק. יש לכוון אותו ולנסות שוב.',
  'policy-violated': 'האחסון אינו מקבל קובץ זה. יש לבחור קובץ אחר.',
  'file-too-large': ({ limitBytes }) =>
    limitBytes === undefined
      ? 'הקובץ גדול מדי לאחסון. יש לבחור קובץ קטן יותר.'
      : `הקובץ גדול מ־${size(limitBytes)}. יש לבחור קובץ קטן יותר.`,
  'file-too-small': ({ limitBytes }) =>
    limitBytes === undefined
      ? 'הקובץ קטן מדי לאחסון. יש לבחור קובץ אחר.'
      : `הקובץ קטן מ־${size(limitBytes)}. יש לבחור קובץ אחר.`,
  'file-invalid-type': 'האחסון אינו מקבל סוג קובץ זה. יש לבחור קובץ אחר.',
  'file-invalid-name': 'האחסון אינו מקבל שם זה. יש לשנות את שם הקובץ ולבחור אותו שוב.',
  'file-changed': 'הקובץ השתנה או שאינו זמין עוד. יש לבחור אותו שוב.',
  'file-is-directory': 'זו תיקייה. יש לפתוח אותה ולבחור את הקבצים שבתוכה.',
  'integrity-mismatch': 'הקובץ הגיע פגום. אפשר לנסות שוב.',
  'object-exists': 'קובץ בשם זה כבר שמור. יש לשנות את שם הקובץ ולבחור אותו שוב.',
  'quota-exceeded': 'האחסון מלא. יש להסיר משהו קודם או לפנות לתמיכה.',
  'rate-limited': 'יותר מדי העלאות בבת אחת. כדאי לחכות רגע ולנסות שוב.',
  'server-error': 'אירעה תקלה בשרת. אפשר לנסות שוב בעוד רגע.',
  unavailable: 'השירות אינו זמין כרגע. אפשר לנסות שוב בעוד רגע.',
  'not-found': ({ stage }) =>
    stage === 'download'
      ? 'קובץ זה כבר אינו קיים. אפשר לרענן את הדף כדי לראות מה יש.'
      : `לא נמצא מקום לקובץ זה. ${askSupport}`,
  'store-misconfigured': `האחסון אינו מוגדר כראוי. ${askSupport}`,
  'stored-not-registered': 'הועלה אך עדיין לא צורף. ניסיון חוזר יצרף אותו בלי לשלוח שוב.',
  'etag-not-exposed': `האחסון מסתיר את האישור מדף זה. ${askSupport}`,
  'header-forbidden': `ההרשאה דורשת דבר שדפדפנים אינם שולחים. ${askSupport}`,
  'url-refused': `הכתובת של קובץ זה אינה בטוחה. ${askSupport}`,
  'answer-unreadable': `אי אפשר היה לקרוא את תשובת השרת. ${askSupport}`,
  'vendor-refused': ({ stage }) =>
    stage === 'download' ? `השירות סירב למסור קובץ זה. ${askSupport}` : `השירות דחה קובץ זה. ${askSupport}`,
  'download-truncated': 'ההורדה הסתיימה לפני הזמן. אפשר לנסות שוב.',
  'still-scanning': 'הקובץ עדיין נבדק לווירוסים. אפשר לנסות שוב בעוד רגע.',
  infected: 'נמצא וירוס בקובץ זה ולכן הוא חסום.',
  unknown: ({ stage }) =>
    stage === 'download'
      ? 'ההורדה לא הצליחה. אפשר לנסות שוב או לפנות לתמיכה.'
      : 'ההעלאה לא הצליחה. אפשר לנסות שוב או לפנות לתמיכה.',
}

/** Why a file was not taken, and the way out, in Hebrew. */
export const hebrewRejections: Messages['rejections'] = {
  'file-invalid-type': ({ types }) =>
    types.length === 0 ? 'סוג קובץ זה אינו מתקבל כאן.' : `סוג זה אינו מתקבל. אפשר לבחור ${or(types)}.`,
  'file-too-large': ({ limit }) =>
    limit === undefined ? 'הקובץ גדול מדי.' : `גדול מ־${size(limit)}. יש לבחור קובץ קטן יותר.`,
  'file-too-small': ({ limit }) =>
    limit === undefined ? 'הקובץ קטן מדי.' : `קטן מ־${size(limit)}. יש לבחור קובץ אחר.`,
  'file-empty': 'הקובץ ריק. יש לבחור קובץ אחר.',
  'file-is-directory': 'זו תיקייה. יש לפתוח אותה ולבחור את הקבצים שבתוכה.',
  'file-invalid-name': ({ detail }) =>
    detail === undefined
      ? 'השם אינו מתקבל. יש לשנות את שם הקובץ ולבחור אותו שוב.'
      : `השם אינו מתקבל: ${detail}. יש לשנות את שם הקובץ ולבחור אותו שוב.`,
  'too-many-files': ({ limit }) =>
    limit === undefined
      ? 'יש יותר מדי קבצים. יש להסיר אחד קודם.'
      : plural(limit, {
          one: 'אפשר לצרף קובץ אחד בלבד. יש להסיר אותו קודם.',
          two: 'אפשר לצרף שני קבצים בלבד. יש להסיר אחד קודם.',
          other: `אפשר לצרף ${count(limit)} קבצים בלבד. יש להסיר אחד קודם.`,
        }),
  'total-too-large': ({ limit }) =>
    limit === undefined
      ? 'הקבצים יחד גדולים מדי. יש להסיר אחד קודם.'
      : `הקבצים יחד גדולים מ־${size(limit)}. יש להסיר אחד קודם.`,
  duplicate: 'קובץ זה כבר נמצא ברשימה.',
  'batch-rejected': 'לא נוסף, כי קבצים אחרים מאותה קבוצה לא התקבלו.',
}
