import { createFormats } from './createFormats.ts'
import type { Messages } from './messages.ts'

const { count, or, plural, size } = createFormats('ar')
const askSupport = 'حاول لاحقًا أو أبلغ الدعم.'

/** Why a file failed, and the way out, in Arabic. */
export const arabicErrors: Messages['errors'] = {
  network: 'انقطع الاتصال. تحقق من الشبكة وحاول مرة أخرى.',
  offline: 'أنت غير متصل. سيُستأنف الأمر عند عودة الاتصال.',
  'cors-refused': `يرفض التخزين الرفع من هذه الصفحة. ${askSupport}`,
  'csp-blocked': `لا يُسمح لهذه الصفحة بالوصول إلى التخزين. ${askSupport}`,
  'mixed-content': `عنوان التخزين غير آمن فحظره المتصفح. ${askSupport}`,
  timeout: 'انتظر الخادم طويلًا. حاول مرة أخرى عبر اتصال أكثر استقرارًا.',
  stalled: 'توقف تقدم الرفع. تحقق من الاتصال وحاول مرة أخرى.',
  'answer-overdue': 'أُرسل الملف ولم يصل رد. حاول مرة أخرى: ما وصل لن يُرسل مرتين.',
  unauthorized: 'تم تسجيل خروجك. سجّل الدخول مرة أخرى للمتابعة.',
  forbidden: ({ stage }) =>
    stage === 'download'
      ? 'لا يُسمح لك بتنزيل هذا الملف. اطلب الإذن من مالكه.'
      : 'لا يُسمح لك بإرفاق ملفات هنا. اطلب الإذن من المسؤول.',
  'credential-expired': 'انتهت صلاحية الإذن لهذا الملف. حاول مرة أخرى للحصول على إذن جديد.',
  'credential-refused': 'رفض التخزين الإذن لهذا الملف. حاول مرة أخرى للحصول على إذن جديد.',
  'signature-mismatch': `لم يقبل التخزين توقيع الطلب. ${askSupport}`,
  'clock-skewed': 'ساعة هذا الجهاز غير صحيحة. اضبطها وحاول مرة أخرى.',
  'policy-violated': 'لا يقبل التخزين هذا الملف. اختر ملفًا آخر.',
  'file-too-large': ({ limitBytes }) =>
    limitBytes === undefined
      ? 'الملف أكبر مما يقبله التخزين. اختر ملفًا أصغر.'
      : `الملف أكبر من ${size(limitBytes)}. اختر ملفًا أصغر.`,
  'file-too-small': ({ limitBytes }) =>
    limitBytes === undefined
      ? 'الملف أصغر مما يقبله التخزين. اختر ملفًا آخر.'
      : `الملف أصغر من ${size(limitBytes)}. اختر ملفًا آخر.`,
  'file-invalid-type': 'لا يقبل التخزين هذا النوع من الملفات. اختر ملفًا آخر.',
  'file-invalid-name': 'لا يقبل التخزين هذا الاسم. أعد تسمية الملف واختره مرة أخرى.',
  'file-changed': 'تغيّر الملف أو لم يعد متاحًا. اختره مرة أخرى.',
  'file-is-directory': 'هذا مجلد. افتحه واختر الملفات التي بداخله.',
  'integrity-mismatch': 'وصل الملف تالفًا. حاول مرة أخرى.',
  'object-exists': 'يوجد ملف محفوظ بهذا الاسم. أعد تسمية الملف واختره مرة أخرى.',
  'quota-exceeded': 'التخزين ممتلئ. أزل شيئًا أولًا أو أبلغ الدعم.',
  'rate-limited': 'عمليات رفع كثيرة في وقت واحد. انتظر قليلًا وحاول مرة أخرى.',
  'server-error': 'حدثت مشكلة في الخادم. حاول مرة أخرى بعد قليل.',
  unavailable: 'الخدمة غير متاحة الآن. حاول مرة أخرى بعد قليل.',
  'not-found': ({ stage }) =>
    stage === 'download'
      ? 'لم يعد هذا الملف موجودًا. أعد تحميل الصفحة لترى الموجود.'
      : `لم يُعثر على مكان لهذا الملف. ${askSupport}`,
  'store-misconfigured': `التخزين غير مُعَدّ بشكل صحيح. ${askSupport}`,
  'stored-not-registered': 'رُفع ولم يُرفق بعد. إعادة المحاولة ترفقه دون إرساله مرة أخرى.',
  'etag-not-exposed': `يُخفي التخزين إيصاله عن هذه الصفحة. ${askSupport}`,
  'header-forbidden': `يطلب الإذن ما لا ترسله المتصفحات. ${askSupport}`,
  'url-refused': `عنوان هذا الملف غير آمن. ${askSupport}`,
  'answer-unreadable': `تعذرت قراءة رد الخادم. ${askSupport}`,
  'vendor-refused': ({ stage }) =>
    stage === 'download' ? `رفضت الخدمة تسليم هذا الملف. ${askSupport}` : `رفضت الخدمة هذا الملف. ${askSupport}`,
  'download-truncated': 'انتهى التنزيل مبكرًا. حاول مرة أخرى.',
  'still-scanning': 'ما زال الملف قيد الفحص بحثًا عن فيروسات. حاول مرة أخرى بعد قليل.',
  infected: 'عُثر على فيروس في هذا الملف فحُظر.',
  unknown: ({ stage }) =>
    stage === 'download'
      ? 'لم ينجح التنزيل. حاول مرة أخرى أو أبلغ الدعم.'
      : 'لم ينجح الرفع. حاول مرة أخرى أو أبلغ الدعم.',
}

/** Why a file was not taken, and the way out, in Arabic. */
export const arabicRejections: Messages['rejections'] = {
  'file-invalid-type': ({ types }) =>
    types.length === 0 ? 'هذا النوع من الملفات غير مقبول هنا.' : `هذا النوع غير مقبول. اختر ${or(types)}.`,
  'file-too-large': ({ limit }) =>
    limit === undefined ? 'الملف كبير جدًا.' : `أكبر من ${size(limit)}. اختر ملفًا أصغر.`,
  'file-too-small': ({ limit }) => (limit === undefined ? 'الملف صغير جدًا.' : `أصغر من ${size(limit)}. اختر ملفًا آخر.`),
  'file-empty': 'الملف فارغ. اختر ملفًا آخر.',
  'file-is-directory': 'هذا مجلد. افتحه واختر الملفات التي بداخله.',
  'file-invalid-name': ({ detail }) =>
    detail === undefined
      ? 'الاسم غير مقبول. أعد تسمية الملف واختره مرة أخرى.'
      : `الاسم غير مقبول: ${detail}. أعد تسمية الملف واختره مرة أخرى.`,
  'too-many-files': ({ limit }) =>
    limit === undefined
      ? 'عدد الملفات كبير جدًا. أزل ملفًا أولًا.'
      : plural(limit, {
          one: 'يمكن إرفاق ملف واحد فقط. أزله أولًا.',
          two: 'يمكن إرفاق ملفين فقط. أزل ملفًا أولًا.',
          few: `يمكن إرفاق ${count(limit)} ملفات فقط. أزل ملفًا أولًا.`,
          many: `يمكن إرفاق ${count(limit)} ملفًا فقط. أزل ملفًا أولًا.`,
          other: `يمكن إرفاق ${count(limit)} ملف فقط. أزل ملفًا أولًا.`,
        }),
  'total-too-large': ({ limit }) =>
    limit === undefined
      ? 'الحجم الإجمالي للملفات كبير جدًا. أزل ملفًا أولًا.'
      : `الحجم الإجمالي للملفات أكبر من ${size(limit)}. أزل ملفًا أولًا.`,
  duplicate: 'هذا الملف موجود في القائمة.',
  'batch-rejected': 'لم يُضَف لأن ملفات أخرى من المجموعة نفسها لم تُقبل.',
}
