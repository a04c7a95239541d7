import { createFormats } from './createFormats.ts'
import type { Messages } from './messages.ts'
import { russianErrors, russianRejections } from './ruFailures.ts'

const { and, count, duration, limits, or, percent, plural, size, speed } = createFormats('ru')
const files = (value: number) =>
  plural(value, {
    one: `${count(value)} файл`,
    few: `${count(value)} файла`,
    many: `${count(value)} файлов`,
    other: `${count(value)} файла`,
  })
/** After «из», «до», «не более». */
const ofFiles = (value: number) => plural(value, { one: `${count(value)} файла`, other: `${count(value)} файлов` })

/** Russian, addressing people as «вы». */
export const ru: Messages = {
  locale: 'ru',
  dropzone: {
    label: 'Перетащите или вставьте файлы сюда',
    trigger: ({ multiple }) => (multiple ? 'Выбрать файлы' : 'Выбрать файл'),
    release: 'Отпустите, чтобы прикрепить',
    releaseAll: ({ count: value }) => `Отпустите, чтобы прикрепить ${files(value)}`,
    releaseSome: ({ room }) => `Можно добавить ещё ${files(room)}`,
    releaseNone: ({ types }) =>
      types.length === 0 ? 'Файлы этого типа здесь не принимаются' : `Этот тип не принимается. Подойдут: ${or(types)}`,
    releasePage: 'Отпустите в любом месте, чтобы прикрепить',
    full: 'Больше файлов добавить нельзя',
    folder: 'Выбрать папку',
    camera: 'Сделать фото',
    reading: ({ count: value }) => `Просматриваем папку, найдено: ${files(value)}`,
    stopReading: 'Остановить',
    readingStopped: 'Остановлено. Из папки ничего не добавлено.',
    leftOut: ({ count: value, names }) =>
      plural(value, {
        one: `Пропущен ${count(value)} системный файл: ${and(names)}`,
        few: `Пропущено ${count(value)} системных файла: ${and(names)}`,
        other: `Пропущено ${count(value)} системных файлов: ${and(names)}`,
      }),
    nearby: 'Перетащите файлы в эту рамку',
    missed: 'Файлы попали мимо рамки. Перетащите их внутрь или выберите.',
    nothingReadable:
      'Файла, который можно прочитать, здесь нет. Сначала сохраните его на устройстве, а потом выберите.',
    hint: (facts) =>
      limits(facts, {
        maxFileSize: (bytes) => `каждый до ${bytes}`,
        minFileSize: (bytes) => `каждый от ${bytes}`,
        maxTotalSize: (bytes) => `всего до ${bytes}`,
        usedSize: (used, bytes) => `занято ${used} из ${bytes}`,
        maxFiles: (value) => `не более ${ofFiles(value)}`,
        usedFiles: (used, value) => `${count(used)} из ${ofFiles(value)}`,
      }),
  },
  list: {
    label: 'Вложения',
    empty: 'Вложений пока нет',
    download: ({ name }) => `Скачать ${name}`,
    cancel: ({ name }) => `Отменить ${name}`,
    retry: ({ name }) => `Повторить ${name}`,
    remove: ({ name }) => `Убрать ${name}`,
    cancelDownload: ({ name }) => `Остановить скачивание ${name}`,
    admit: ({ name }) => `Всё равно добавить: ${name}`,
    rename: ({ name }) => `Переименовать ${name}`,
    copyDetails: ({ name }) => `Скопировать сведения для поддержки о файле ${name}`,
    undo: ({ name }) => `Вернуть ${name}`,
    continueUpload: ({ name }) => `Продолжить: ${name}`,
    chooseAgain: ({ name }) => `Выбрать файл: ${name}`,
    tips: {
      download: 'Скачать',
      cancel: 'Отменить',
      retry: 'Повторить',
      remove: 'Убрать',
      cancelDownload: 'Остановить скачивание',
      admit: 'Всё равно добавить',
      rename: 'Переименовать',
      copyDetails: 'Скопировать сведения для поддержки',
      undo: 'Вернуть',
      continueUpload: 'Продолжить',
      chooseAgain: 'Выбрать файл',
    },
    copied: 'Скопировано',
    copyFailed: 'Браузер не разрешил копирование',
    newName: ({ name }) => `Новое имя файла ${name}`,
    holds: {
      user: 'Загрузка приостановлена.',
      offline: 'Нет соединения. Когда оно появится, загрузка продолжится сама.',
      auth: 'Вы вышли из системы. Войдите снова и продолжите. Ваши файлы сохранены.',
    },
    resume: 'Продолжить',
    signIn: 'Войти',
    progress: ({ name }) => `Загрузка ${name}`,
    downloadProgress: ({ name }) => `Скачивание ${name}`,
  },
  progress: {
    label: 'Ход загрузки',
    count: ({ done, total }) => `Прикреплено ${count(done)} из ${ofFiles(total)}`,
    bytes: ({ sentBytes, totalBytes }) => `${size(sentBytes)} из ${size(totalBytes)}`,
    valueText: (facts) => `${percent(facts)}, прикреплено ${count(facts.done)} из ${ofFiles(facts.total)}`,
    summary: ({ done, total, failed }) =>
      failed > 0
        ? `Прикреплено ${count(done)} из ${ofFiles(total)}, с ошибкой: ${count(failed)}`
        : total === 1
          ? 'Файл прикреплён'
          : `Прикреплено всё: ${files(total)}`,
    indeterminate: 'Загрузка',
    retryAll: ({ count: value }) => `Повторить ${files(value)}`,
  },
  preview: {
    open: ({ name }) => `Посмотреть ${name}`,
    close: 'Закрыть просмотр',
    loading: 'Картинка загружается',
    failed: 'Эту картинку нельзя показать здесь. Скачайте её, чтобы посмотреть.',
  },
  field: {
    label: 'Вложения',
    required: 'Добавьте хотя бы один файл.',
    tooFew: ({ min }) =>
      plural(min, {
        one: `Добавьте не меньше ${count(min)} файла.`,
        other: `Добавьте не меньше ${count(min)} файлов.`,
      }),
    tooMany: ({ max }) => `Можно прикрепить не более ${ofFiles(max)}. Уберите лишние.`,
    busy: ({ count: value }) =>
      plural(value, {
        one: `Подождите, пока ${files(value)} прикрепится, или отмените его.`,
        other: `Подождите, пока ${files(value)} прикрепятся, или отмените их.`,
      }),
    failed: ({ names }) =>
      names.length === 1
        ? `Файл ${and(names)} не прикреплён. Повторите попытку или уберите его.`
        : `Файлы ${and(names)} не прикреплены. Повторите попытку или уберите их.`,
  },
  status: {
    queued: 'Ожидает',
    preparing: 'Подготовка',
    uploading: 'Загружается',
    committing: 'Завершается',
    done: 'Прикреплено',
    failed: 'Ошибка',
    cancelled: 'Отменено',
    paused: 'Приостановлено',
    rejected: 'Не добавлено',
  },
  pauses: {
    user: 'Приостановлено',
    offline: 'Ожидание соединения',
    auth: 'Войдите снова, чтобы продолжить',
  },
  errors: russianErrors,
  rejections: russianRejections,
  facts: {
    size: ({ bytes }) => size(bytes),
    sent: ({ sentBytes, totalBytes }) => `${size(sentBytes)} из ${size(totalBytes)}`,
    percent,
    retrying: ({ attempt, maxAttempts }) =>
      `Сбой соединения. Скоро начнётся попытка ${count(attempt)} из ${count(maxAttempts)}`,
    stalled: 'Не движется, попытка продолжается',
    mismatch: 'Содержимое не соответствует имени',
    notAttached: 'Загружено, но ещё не прикреплено. Повтор прикрепит файл, не отправляя его снова.',
    downloading: ({ receivedBytes, totalBytes }) =>
      totalBytes === undefined
        ? `Скачивается, получено ${size(receivedBytes)}`
        : `Скачивается, ${size(receivedBytes)} из ${size(totalBytes)}`,
    preparingDownload: 'Подготовка к скачиванию',
    downloaded: 'Скачано',
    scanning: 'Проверяется на вирусы',
    infected: 'Заблокировано: найден вирус',
    speed,
    timeLeft: ({ ms }) => `осталось ${duration(ms)}`,
    removalPending: 'Будет убрано при отправке формы',
    removing: 'Убирается',
    removalFailed: 'Файл всё ещё хранится: убрать его не удалось. Отправьте форму ещё раз или верните файл.',
    interrupted: 'Прервано. Выберите файл снова, чтобы продолжить.',
    interruptedAtHand: 'Прервано. Отправку можно продолжить с того же места.',
    otherFile: 'Это другой файл. Выберите прежний: имя, размер и дата должны совпадать.',
  },
  fileTypes: { image: 'изображения', video: 'видео', audio: 'аудио', text: 'текстовые файлы', font: 'шрифты' },
  announcements: {
    added: ({ names }) =>
      names.length <= 3 ? `В списке: ${and(names)}.` : `В списке новые файлы: ${count(names.length)}.`,
    rejected: ({ name, reason }) => `Файл ${name} не добавлен. ${reason}`,
    rejectedMany: ({ count: value }) =>
      plural(value, {
        one: `Не добавлен ${files(value)}. Причина указана в списке.`,
        other: `Не добавлено: ${files(value)}. Причины указаны в списке.`,
      }),
    failed: ({ name, reason }) => `Ошибка с файлом ${name}. ${reason}`,
    failedMany: ({ count: value }) => `Файлы с ошибкой: ${count(value)}. Причины указаны в списке.`,
    done: ({ names }) => (names.length <= 3 ? `Прикреплено: ${and(names)}.` : `Прикреплено: ${files(names.length)}.`),
    allDone: ({ count: value }) => (value === 1 ? 'Файл прикреплён.' : `Прикреплено всё: ${files(value)}.`),
    cancelled: ({ name }) => `Загрузка ${name} отменена.`,
    removed: ({ name }) => `Файл ${name} убран.`,
    paused: ({ reason }) => `Загрузка остановлена. ${reason}.`,
    downloaded: ({ name }) => `Файл ${name} скачан.`,
    renamed: ({ name }) => `Новое имя: ${name}.`,
    removalPending: ({ name }) => `Файл ${name} будет убран при отправке формы. Вернуть его можно в списке.`,
    restored: ({ name }) => `Файл ${name} остаётся.`,
    scanned: ({ name }) => `Файл ${name} проверен, вирусов не найдено.`,
    infected: ({ name }) => `Файл ${name} заблокирован, найден вирус.`,
    copied: ({ name }) => `Сведения о файле ${name} скопированы.`,
  },
}
