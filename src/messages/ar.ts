import { arabicErrors, arabicRejections } from './arFailures.ts'
import { createFormats } from './createFormats.ts'
import { isolateName } from './isolateName.ts'
import type { Messages } from './messages.ts'

const { and, count, duration, limits, or, percent, plural, size, speed } = createFormats('ar')
const n = isolateName
const list = (names: readonly string[]) => and(names.map(isolateName))
const files = (value: number) =>
  plural(value, {
    zero: 'لا ملفات',
    one: 'ملف واحد',
    two: 'ملفان',
    few: `${count(value)} ملفات`,
    many: `${count(value)} ملفًا`,
    other: `${count(value)} ملف`,
  })
/** After a preposition or as an object. */
const ofFiles = (value: number) =>
  plural(value, {
    zero: 'لا ملفات',
    one: 'ملف واحد',
    two: 'ملفين',
    few: `${count(value)} ملفات`,
    many: `${count(value)} ملفًا`,
    other: `${count(value)} ملف`,
  })

/** Arabic, in the modern standard. */
export const ar: Messages = {
  locale: 'ar',
  dropzone: {
    label: 'أفلِت الملفات أو ألصقها هنا',
    trigger: ({ multiple }) => (multiple ? 'اختيار ملفات' : 'اختيار ملف'),
    release: 'أفلِت للإرفاق',
    releaseAll: ({ count: value }) => `أفلِت لإرفاق ${ofFiles(value)}`,
    releaseSome: ({ room }) => `يوجد متسع لـ ${ofFiles(room)}`,
    releaseNone: ({ types }) =>
      types.length === 0 ? 'هذا النوع غير مقبول هنا' : `هذا النوع غير مقبول. اختر ${or(types)}`,
    releasePage: 'أفلِت في أي مكان للإرفاق',
    full: 'لا يوجد متسع لمزيد من الملفات',
    folder: 'اختيار مجلد',
    camera: 'التقاط صورة',
    reading: ({ count: value }) => `جارٍ فحص المجلد، عُثر على ${ofFiles(value)}`,
    stopReading: 'إيقاف',
    readingStopped: 'تم الإيقاف. لم يُضَف شيء من المجلد.',
    leftOut: ({ count: value, names }) =>
      plural(value, {
        one: `استُبعد ملف نظام واحد: ${list(names)}`,
        two: `استُبعد ملفا نظام: ${list(names)}`,
        few: `استُبعدت ${count(value)} ملفات نظام: ${list(names)}`,
        other: `استُبعد ${count(value)} ملف نظام: ${list(names)}`,
      }),
    nearby: 'أفلِت الملفات داخل هذا المربع',
    missed: 'سقطت الملفات بجانب المربع. أفلِتها داخله أو اخترها.',
    nothingReadable: 'لم يكن هناك ملف قابل للقراءة. احفظه على جهازك أولًا ثم اختره من هنا.',
    hint: (facts) =>
      limits(facts, {
        maxFileSize: (bytes) => `حتى ${bytes} لكل ملف`,
        minFileSize: (bytes) => `${bytes} على الأقل لكل ملف`,
        maxTotalSize: (bytes) => `${bytes} إجمالًا`,
        usedSize: (used, bytes) => `استُخدم ${used} من ${bytes}`,
        maxFiles: (value) => `${files(value)} على الأكثر`,
        usedFiles: (used, value) => `${count(used)} من ${ofFiles(value)}`,
      }),
  },
  list: {
    label: 'المرفقات',
    empty: 'لا توجد مرفقات بعد',
    download: ({ name }) => `تنزيل ${n(name)}`,
    cancel: ({ name }) => `إلغاء ${n(name)}`,
    retry: ({ name }) => `إعادة محاولة ${n(name)}`,
    remove: ({ name }) => `إزالة ${n(name)}`,
    cancelDownload: ({ name }) => `إيقاف تنزيل ${n(name)}`,
    admit: ({ name }) => `إضافة على أي حال: ${n(name)}`,
    rename: ({ name }) => `إعادة تسمية ${n(name)}`,
    copyDetails: ({ name }) => `نسخ التفاصيل للدعم عن ${n(name)}`,
    undo: ({ name }) => `تراجع عن إزالة ${n(name)}`,
    continueUpload: ({ name }) => `متابعة ${n(name)}`,
    chooseAgain: ({ name }) => `اختيار الملف: ${n(name)}`,
    tips: {
      download: 'تنزيل',
      cancel: 'إلغاء',
      retry: 'إعادة المحاولة',
      remove: 'إزالة',
      cancelDownload: 'إيقاف التنزيل',
      admit: 'إضافة على أي حال',
      rename: 'إعادة تسمية',
      copyDetails: 'نسخ التفاصيل للدعم',
      undo: 'تراجع',
      continueUpload: 'متابعة',
      chooseAgain: 'اختيار الملف',
    },
    copied: 'تم النسخ',
    copyFailed: 'لم يسمح المتصفح بذلك',
    newName: ({ name }) => `اسم جديد لـ ${n(name)}`,
    holds: {
      user: 'الرفع متوقف مؤقتًا.',
      offline: 'لا يوجد اتصال. سيُستأنف الرفع تلقائيًا عند عودته.',
      auth: 'تم تسجيل خروجك. سجّل الدخول مرة أخرى ثم استأنف. ملفاتك محفوظة.',
    },
    resume: 'استئناف',
    signIn: 'تسجيل الدخول',
    progress: ({ name }) => `جارٍ رفع ${n(name)}`,
    downloadProgress: ({ name }) => `جارٍ تنزيل ${n(name)}`,
  },
  progress: {
    label: 'تقدم الرفع',
    count: ({ done, total }) => `أُرفق ${count(done)} من ${ofFiles(total)}`,
    bytes: ({ sentBytes, totalBytes }) => `${size(sentBytes)} من ${size(totalBytes)}`,
    valueText: (facts) => `${percent(facts)}، أُرفق ${count(facts.done)} من ${ofFiles(facts.total)}`,
    summary: ({ done, total, failed }) =>
      failed > 0
        ? `أُرفق ${count(done)} من ${ofFiles(total)}، وفشل ${count(failed)}`
        : plural(total, {
            one: 'أُرفق ملف واحد',
            two: 'أُرفق الملفان',
            few: `أُرفقت كل الملفات وعددها ${count(total)}`,
            other: `أُرفقت كل الملفات وعددها ${count(total)}`,
          }),
    indeterminate: 'جارٍ الرفع',
    retryAll: ({ count: value }) => `إعادة محاولة ${ofFiles(value)}`,
  },
  preview: {
    open: ({ name }) => `معاينة ${n(name)}`,
    close: 'إغلاق المعاينة',
    loading: 'جارٍ تحميل الصورة',
    failed: 'لا يمكن عرض هذه الصورة هنا. نزّلها لمشاهدتها.',
  },
  field: {
    label: 'المرفقات',
    required: 'أضف ملفًا واحدًا على الأقل.',
    tooFew: ({ min }) => `أضف ${ofFiles(min)} على الأقل.`,
    tooMany: ({ max }) => `يمكن إرفاق ${ofFiles(max)} على الأكثر. أزل بعضها.`,
    busy: ({ count: value }) =>
      plural(value, {
        one: 'انتظر حتى يُرفق الملف أو ألغِه.',
        two: 'انتظر حتى يُرفق الملفان أو ألغِهما.',
        other: `انتظر حتى تُرفق الملفات وعددها ${count(value)} أو ألغِها.`,
      }),
    failed: ({ names }) =>
      plural(names.length, {
        one: `لم يُرفق ${list(names)}. أعد المحاولة أو أزله.`,
        other: `لم تُرفق هذه الملفات: ${list(names)}. أعد المحاولة أو أزلها.`,
      }),
  },
  status: {
    queued: 'في الانتظار',
    preparing: 'جارٍ التحضير',
    uploading: 'جارٍ الرفع',
    committing: 'جارٍ الإنهاء',
    done: 'تم الإرفاق',
    failed: 'فشل',
    cancelled: 'أُلغي',
    paused: 'متوقف مؤقتًا',
    rejected: 'لم يُضَف',
  },
  pauses: {
    user: 'متوقف مؤقتًا',
    offline: 'في انتظار الاتصال',
    auth: 'سجّل الدخول مرة أخرى للمتابعة',
  },
  errors: arabicErrors,
  rejections: arabicRejections,
  facts: {
    size: ({ bytes }) => size(bytes),
    sent: ({ sentBytes, totalBytes }) => `${size(sentBytes)} من ${size(totalBytes)}`,
    percent,
    retrying: ({ attempt, maxAttempts }) =>
      `الاتصال متعثر. ستبدأ المحاولة ${count(attempt)} من ${count(maxAttempts)} قريبًا`,
    stalled: 'لا تقدم، والمحاولة مستمرة',
    mismatch: 'المحتوى لا يطابق الاسم',
    notAttached: 'رُفع ولم يُرفق بعد. إعادة المحاولة ترفقه دون إرساله مرة أخرى.',
    downloading: ({ receivedBytes, totalBytes }) =>
      totalBytes === undefined
        ? `جارٍ التنزيل، ${size(receivedBytes)} حتى الآن`
        : `جارٍ التنزيل، ${size(receivedBytes)} من ${size(totalBytes)}`,
    preparingDownload: 'جارٍ تحضير التنزيل',
    downloaded: 'تم التنزيل',
    scanning: 'جارٍ الفحص بحثًا عن فيروسات',
    infected: 'محظور: عُثر على فيروس',
    speed,
    timeLeft: ({ ms }) => `بقي ${duration(ms)}`,
    removalPending: 'سيُزال عند إرسال النموذج',
    removing: 'جارٍ الإزالة',
    removalFailed: 'ما زال محفوظًا: تعذرت إزالته. حاول مع الإرسال التالي أو تراجع.',
    interrupted: 'توقّف الرفع. اختر الملف مرة أخرى للمتابعة.',
    interruptedAtHand: 'توقّف الرفع. يمكن استئنافه من حيث توقف.',
    otherFile: 'هذا ملف آخر. اختر الملف السابق: يجب أن يتطابق الاسم والحجم والتاريخ.',
  },
  fileTypes: { image: 'صور', video: 'مقاطع فيديو', audio: 'ملفات صوتية', text: 'ملفات نصية', font: 'خطوط' },
  announcements: {
    added: ({ names }) => (names.length <= 3 ? `أُضيف ${list(names)}.` : `عدد الملفات المضافة: ${count(names.length)}.`),
    rejected: ({ name, reason }) => `لم يُضَف ${n(name)}. ${reason}`,
    rejectedMany: ({ count: value }) => `عدد الملفات التي لم تُضَف: ${count(value)}. الأسباب في القائمة.`,
    failed: ({ name, reason }) => `فشل ${n(name)}. ${reason}`,
    failedMany: ({ count: value }) => `عدد الملفات التي فشلت: ${count(value)}. الأسباب في القائمة.`,
    done: ({ names }) => (names.length <= 3 ? `أُرفق ${list(names)}.` : `عدد الملفات المرفقة: ${count(names.length)}.`),
    allDone: ({ count: value }) =>
      plural(value, {
        one: 'أُرفق الملف.',
        two: 'أُرفق الملفان.',
        other: `أُرفقت كل الملفات وعددها ${count(value)}.`,
      }),
    cancelled: ({ name }) => `أُلغي ${n(name)}.`,
    removed: ({ name }) => `أُزيل ${n(name)}.`,
    paused: ({ reason }) => `الرفع معلّق. ${reason}.`,
    downloaded: ({ name }) => `تم تنزيل ${n(name)}.`,
    renamed: ({ name }) => `الاسم الجديد: ${n(name)}.`,
    removalPending: ({ name }) => `سيُزال ${n(name)} عند إرسال النموذج. يمكن التراجع من القائمة.`,
    restored: ({ name }) => `أُبقي على ${n(name)}.`,
    scanned: ({ name }) => `فُحص ${n(name)} ولم يُعثر على فيروس.`,
    infected: ({ name }) => `${n(name)} محظور، عُثر على فيروس.`,
    copied: ({ name }) => `نُسخت تفاصيل ${n(name)}.`,
  },
}
