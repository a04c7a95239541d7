import { createFormats } from './createFormats.ts'
import { hebrewErrors, hebrewRejections } from './heFailures.ts'
import { isolateName } from './isolateName.ts'
import type { Messages } from './messages.ts'

const { and, count, duration, limits, or, percent, plural, size, speed } = createFormats('he')
const n = isolateName
const list = (names: readonly string[]) => and(names.map(isolateName))
const files = (value: number) => plural(value, { one: 'קובץ אחד', two: 'שני קבצים', other: `${count(value)} קבצים` })

/** Hebrew; actions are nouns, which fit everyone. */
export const he: Messages = {
  locale: 'he',
  dropzone: {
    label: 'אפשר לגרור או להדביק קבצים לכאן',
    trigger: ({ multiple }) => (multiple ? 'בחירת קבצים' : 'בחירת קובץ'),
    release: 'שחרור לצירוף',
    releaseAll: ({ count: value }) => `שחרור לצירוף ${files(value)}`,
    releaseSome: ({ room }) => `נשאר מקום ל־${files(room)}`,
    releaseNone: ({ types }) =>
      types.length === 0 ? 'סוג זה אינו מתקבל כאן' : `סוג זה אינו מתקבל. אפשר לבחור ${or(types)}`,
    releasePage: 'שחרור בכל מקום לצירוף',
    full: 'אין מקום לקבצים נוספים',
    folder: 'בחירת תיקייה',
    camera: 'צילום תמונה',
    reading: ({ count: value }) => `עוברים על התיקייה, נמצאו ${files(value)}`,
    stopReading: 'עצירה',
    readingStopped: 'נעצר. דבר מהתיקייה לא נוסף.',
    leftOut: ({ count: value, names }) =>
      plural(value, {
        one: `קובץ מערכת אחד הושמט: ${list(names)}`,
        two: `שני קובצי מערכת הושמטו: ${list(names)}`,
        other: `${count(value)} קובצי מערכת הושמטו: ${list(names)}`,
      }),
    nearby: 'יש לשחרר את הקבצים בתוך המסגרת',
    missed: 'הקבצים נפלו מחוץ למסגרת. אפשר לשחרר אותם בתוכה או לבחור אותם.',
    nothingReadable: 'לא היה שם קובץ שאפשר לקרוא. יש לשמור אותו קודם במכשיר ואז לבחור אותו כאן.',
    hint: (facts) =>
      limits(facts, {
        maxFileSize: (bytes) => `עד ${bytes} לקובץ`,
        minFileSize: (bytes) => `לפחות ${bytes} לקובץ`,
        maxTotalSize: (bytes) => `${bytes} בסך הכול`,
        usedSize: (used, bytes) => `${used} מתוך ${bytes} בשימוש`,
        maxFiles: (value) => `${files(value)} לכל היותר`,
        usedFiles: (used, value) => `${count(used)} מתוך ${files(value)}`,
      }),
  },
  list: {
    label: 'קבצים מצורפים',
    empty: 'אין עדיין קבצים מצורפים',
    download: ({ name }) => `הורדת ${n(name)}`,
    cancel: ({ name }) => `ביטול ${n(name)}`,
    retry: ({ name }) => `ניסיון חוזר של ${n(name)}`,
    remove: ({ name }) => `הסרת ${n(name)}`,
    cancelDownload: ({ name }) => `עצירת ההורדה של ${n(name)}`,
    admit: ({ name }) => `הוספה בכל זאת: ${n(name)}`,
    rename: ({ name }) => `שינוי השם של ${n(name)}`,
    copyDetails: ({ name }) => `העתקת פרטים לתמיכה על ${n(name)}`,
    undo: ({ name }) => `ביטול ההסרה של ${n(name)}`,
    continueUpload: ({ name }) => `המשך עם ${n(name)}`,
    chooseAgain: ({ name }) => `בחירת קובץ: ${n(name)}`,
    tips: {
      download: 'הורדה',
      cancel: 'ביטול',
      retry: 'ניסיון חוזר',
      remove: 'הסרה',
      cancelDownload: 'עצירת ההורדה',
      admit: 'הוספה בכל זאת',
      rename: 'שינוי שם',
      copyDetails: 'העתקת פרטים לתמיכה',
      undo: 'ביטול ההסרה',
      continueUpload: 'המשך',
      chooseAgain: 'בחירת קובץ',
    },
    copied: 'הועתק',
    copyFailed: 'הדפדפן לא אפשר זאת',
    newName: ({ name }) => `שם חדש עבור ${n(name)}`,
    holds: {
      user: 'ההעלאות מושהות.',
      offline: 'אין חיבור. ההעלאות ימשיכו מעצמן כשהוא יחזור.',
      auth: 'החיבור לחשבון נותק. יש להתחבר שוב ואז להמשיך. הקבצים נשמרו.',
    },
    resume: 'המשך',
    signIn: 'התחברות',
    progress: ({ name }) => `העלאת ${n(name)}`,
    downloadProgress: ({ name }) => `הורדת ${n(name)}`,
  },
  progress: {
    label: 'התקדמות ההעלאה',
    count: ({ done, total }) => `צורפו ${count(done)} מתוך ${files(total)}`,
    bytes: ({ sentBytes, totalBytes }) => `${size(sentBytes)} מתוך ${size(totalBytes)}`,
    valueText: (facts) => `${percent(facts)}, צורפו ${count(facts.done)} מתוך ${files(facts.total)}`,
    summary: ({ done, total, failed }) =>
      failed > 0
        ? `צורפו ${count(done)} מתוך ${files(total)}, ${count(failed)} נכשלו`
        : plural(total, { one: 'קובץ אחד צורף', two: 'שני הקבצים צורפו', other: `כל ${files(total)} צורפו` }),
    indeterminate: 'בהעלאה',
    retryAll: ({ count: value }) => `ניסיון חוזר של ${files(value)}`,
  },
  preview: {
    open: ({ name }) => `תצוגה של ${n(name)}`,
    close: 'סגירת התצוגה',
    loading: 'התמונה נטענת',
    failed: 'אי אפשר להציג כאן את התמונה. אפשר להוריד אותה כדי לראות.',
  },
  field: {
    label: 'קבצים מצורפים',
    required: 'יש להוסיף לפחות קובץ אחד.',
    tooFew: ({ min }) => `יש להוסיף לפחות ${files(min)}.`,
    tooMany: ({ max }) => `אפשר לצרף ${files(max)} לכל היותר. יש להסיר חלק מהקבצים.`,
    busy: ({ count: value }) =>
      plural(value, {
        one: 'יש לחכות עד שהקובץ יצורף, או לבטל אותו.',
        other: `יש לחכות עד ש${files(value)} יצורפו, או לבטל אותם.`,
      }),
    failed: ({ names }) =>
      plural(names.length, {
        one: `${list(names)} לא צורף. אפשר לנסות שוב או להסיר אותו.`,
        other: `${list(names)} לא צורפו. אפשר לנסות שוב או להסיר אותם.`,
      }),
  },
  status: {
    queued: 'בהמתנה',
    preparing: 'בהכנה',
    uploading: 'בהעלאה',
    committing: 'בסיום',
    done: 'צורף',
    failed: 'נכשל',
    cancelled: 'בוטל',
    paused: 'מושהה',
    rejected: 'לא נוסף',
  },
  pauses: {
    user: 'מושהה',
    offline: 'בהמתנה לחיבור',
    auth: 'יש להתחבר שוב כדי להמשיך',
  },
  errors: hebrewErrors,
  rejections: hebrewRejections,
  facts: {
    size: ({ bytes }) => size(bytes),
    sent: ({ sentBytes, totalBytes }) => `${size(sentBytes)} מתוך ${size(totalBytes)}`,
    percent,
    retrying: ({ attempt, maxAttempts }) =>
      `תקלה בחיבור. ניסיון ${count(attempt)} מתוך ${count(maxAttempts)} יתחיל בקרוב`,
    stalled: 'אין התקדמות, הניסיון נמשך',
    mismatch: 'התוכן אינו תואם את השם',
    notAttached: 'הועלה אך עדיין לא צורף. ניסיון חוזר יצרף אותו בלי לשלוח שוב.',
    downloading: ({ receivedBytes, totalBytes }) =>
      totalBytes === undefined
        ? `בהורדה, ${size(receivedBytes)} עד כה`
        : `בהורדה, ${size(receivedBytes)} מתוך ${size(totalBytes)}`,
    preparingDownload: 'ההורדה בהכנה',
    downloaded: 'הורד',
    scanning: 'בבדיקת וירוסים',
    infected: 'חסום: נמצא וירוס',
    speed,
    timeLeft: ({ ms }) => `נותרו ${duration(ms)}`,
    removalPending: 'יוסר עם שליחת הטופס',
    removing: 'בהסרה',
    removalFailed: 'עדיין שמור: ההסרה לא הצליחה. אפשר לנסות שוב בשליחה הבאה או לבטל את ההסרה.',
    interrupted: 'ההעלאה נקטעה. בחרו את הקובץ שוב כדי להמשיך.',
    interruptedAtHand: 'ההעלאה נקטעה. אפשר להמשיך מהמקום שבו נעצרה.',
    otherFile: 'זה קובץ אחר. בחרו את הקובץ הקודם: השם, הגודל והתאריך צריכים להיות זהים.',
  },
  fileTypes: { image: 'תמונות', video: 'סרטונים', audio: 'קובצי שמע', text: 'קובצי טקסט', font: 'גופנים' },
  announcements: {
    added: ({ names }) => (names.length <= 3 ? `נוספו: ${list(names)}.` : `נוספו ${files(names.length)}.`),
    rejected: ({ name, reason }) => `${n(name)} לא נוסף. ${reason}`,
    rejectedMany: ({ count: value }) =>
      plural(value, {
        one: 'קובץ אחד לא נוסף. הסיבה מופיעה ברשימה.',
        other: `${files(value)} לא נוספו. הסיבות מופיעות ברשימה.`,
      }),
    failed: ({ name, reason }) => `${n(name)} נכשל. ${reason}`,
    failedMany: ({ count: value }) =>
      plural(value, {
        one: 'קובץ אחד נכשל. הסיבה מופיעה ברשימה.',
        other: `${files(value)} נכשלו. הסיבות מופיעות ברשימה.`,
      }),
    done: ({ names }) => (names.length <= 3 ? `צורפו: ${list(names)}.` : `צורפו ${files(names.length)}.`),
    allDone: ({ count: value }) =>
      plural(value, { one: 'הקובץ צורף.', two: 'שני הקבצים צורפו.', other: `כל ${files(value)} צורפו.` }),
    cancelled: ({ name }) => `${n(name)} בוטל.`,
    removed: ({ name }) => `${n(name)} הוסר.`,
    paused: ({ reason }) => `ההעלאות ממתינות. ${reason}.`,
    downloaded: ({ name }) => `${n(name)} הורד.`,
    renamed: ({ name }) => `השם החדש: ${n(name)}.`,
    removalPending: ({ name }) => `${n(name)} יוסר עם שליחת הטופס. אפשר לבטל זאת ברשימה.`,
    restored: ({ name }) => `${n(name)} נשאר.`,
    scanned: ({ name }) => `${n(name)} נבדק ולא נמצא וירוס.`,
    infected: ({ name }) => `${n(name)} חסום, נמצא וירוס.`,
    copied: ({ name }) => `הפרטים על ${n(name)} הועתקו.`,
  },
}
