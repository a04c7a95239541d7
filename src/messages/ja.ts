import { createFormats } from './createFormats.ts'
import { japaneseErrors, japaneseRejections } from './jaFailures.ts'
import type { Messages } from './messages.ts'

const { and, count, duration, limits, or, percent, size, speed } = createFormats('ja')
const files = (value: number) => `${count(value)} 件のファイル`

/** Japanese, in the polite form. */
export const ja: Messages = {
  locale: 'ja',
  dropzone: {
    label: 'ここにファイルをドロップするか貼り付けてください',
    trigger: 'ファイルを選択',
    release: 'ドロップして添付',
    releaseAll: ({ count: value }) => `ドロップして ${files(value)}を添付`,
    releaseSome: ({ room }) => `あと ${files(room)}を追加できます`,
    releaseNone: ({ types }) =>
      types.length === 0
        ? 'この種類のファイルは受け付けていません'
        : `この種類は受け付けていません。${or(types)}を選んでください`,
    releasePage: 'ページのどこにドロップしても添付できます',
    full: 'これ以上ファイルを追加できません',
    folder: 'フォルダーを選択',
    camera: '写真を撮る',
    reading: ({ count: value }) => `フォルダーを確認しています：${count(value)} 件見つかりました`,
    stopReading: '中止',
    readingStopped: '中止しました。フォルダーからは何も追加されていません。',
    leftOut: ({ count: value, names }) => `システムファイル ${count(value)} 件を除外しました：${and(names)}`,
    nearby: 'この枠の中にドロップしてください',
    missed: 'ファイルが枠の外に落ちました。枠の中にドロップするか、選択してください。',
    nothingReadable: '読み取れるファイルがありませんでした。いったん端末に保存してから、ここで選択してください。',
    hint: (facts) =>
      limits(facts, {
        maxFileSize: (bytes) => `1 件 ${bytes} まで`,
        minFileSize: (bytes) => `1 件 ${bytes} 以上`,
        maxTotalSize: (bytes) => `合計 ${bytes} まで`,
        usedSize: (used, bytes) => `${bytes} 中 ${used} を使用`,
        maxFiles: (value) => `${count(value)} 件まで`,
        usedFiles: (used, value) => `${count(value)} 件中 ${count(used)} 件`,
      }),
  },
  list: {
    label: '添付ファイル',
    empty: '添付ファイルはまだありません',
    download: ({ name }) => `${name} をダウンロード`,
    cancel: ({ name }) => `${name} をキャンセル`,
    retry: ({ name }) => `${name} を再試行`,
    remove: ({ name }) => `${name} を削除`,
    cancelDownload: ({ name }) => `${name} のダウンロードを中止`,
    admit: ({ name }) => `それでも追加：${name}`,
    rename: ({ name }) => `${name} の名前を変更`,
    copyDetails: ({ name }) => `${name} についてのサポート用情報をコピー`,
    undo: ({ name }) => `元に戻す：${name} を残す`,
    continueUpload: ({ name }) => `続行：${name}`,
    chooseAgain: ({ name }) => `ファイルを選択：${name}`,
    tips: {
      download: 'ダウンロード',
      cancel: 'キャンセル',
      retry: '再試行',
      remove: '削除',
      cancelDownload: 'ダウンロードを中止',
      admit: 'それでも追加',
      rename: '名前を変更',
      copyDetails: 'サポート用情報をコピー',
      undo: '元に戻す',
      continueUpload: '続行',
      chooseAgain: 'ファイルを選択',
    },
    copied: 'コピーしました',
    copyFailed: 'ブラウザーで許可されていません',
    newName: ({ name }) => `${name} の新しい名前`,
    holds: {
      user: 'アップロードを一時停止しています。',
      offline: '接続がありません。接続が戻ると自動的に再開します。',
      auth: 'サインアウトしました。もう一度サインインしてから再開してください。ファイルはそのまま残っています。',
    },
    resume: '再開',
    signIn: 'サインイン',
    progress: ({ name }) => `${name} をアップロード中`,
    downloadProgress: ({ name }) => `${name} をダウンロード中`,
  },
  progress: {
    label: 'アップロードの進行状況',
    count: ({ done, total }) => `${count(total)} 件中 ${count(done)} 件を添付済み`,
    bytes: ({ sentBytes, totalBytes }) => `${size(sentBytes)} / ${size(totalBytes)}`,
    valueText: (facts) => `${percent(facts)}、${count(facts.total)} 件中 ${count(facts.done)} 件を添付済み`,
    summary: ({ done, total, failed }) =>
      failed > 0
        ? `${count(total)} 件中 ${count(done)} 件を添付、${count(failed)} 件が失敗`
        : total === 1
          ? '1 件のファイルを添付しました'
          : `${files(total)}をすべて添付しました`,
    indeterminate: 'アップロード中',
    retryAll: ({ count: value }) => `${files(value)}を再試行`,
  },
  preview: {
    open: ({ name }) => `${name} をプレビュー`,
    close: 'プレビューを閉じる',
    loading: '画像を読み込んでいます',
    failed: 'この画像はここでは表示できません。ダウンロードしてご覧ください。',
  },
  field: {
    label: '添付ファイル',
    required: 'ファイルを 1 件以上追加してください。',
    tooFew: ({ min }) => `ファイルを ${count(min)} 件以上追加してください。`,
    tooMany: ({ max }) => `添付できるのは ${count(max)} 件までです。いくつか削除してください。`,
    busy: ({ count: value }) => `${files(value)}を処理しています。完了を待つか、キャンセルしてください。`,
    failed: ({ names }) => `${and(names)} は添付されていません。再試行するか、削除してください。`,
  },
  status: {
    queued: '待機中',
    preparing: '準備中',
    uploading: 'アップロード中',
    committing: '仕上げ中',
    done: '添付済み',
    failed: '失敗',
    cancelled: 'キャンセル済み',
    paused: '一時停止中',
    rejected: '未追加',
  },
  pauses: {
    user: '一時停止中',
    offline: '接続を待っています',
    auth: '続けるにはもう一度サインインしてください',
  },
  errors: japaneseErrors,
  rejections: japaneseRejections,
  facts: {
    size: ({ bytes }) => size(bytes),
    sent: ({ sentBytes, totalBytes }) => `${size(sentBytes)} / ${size(totalBytes)}`,
    percent,
    retrying: ({ attempt, maxAttempts }) =>
      `接続が不安定です。まもなく ${count(maxAttempts)} 回中 ${count(attempt)} 回目を試します`,
    stalled: '止まっていますが、続けています',
    mismatch: '内容が名前と一致しません',
    notAttached: 'アップロード済みですが、まだ添付されていません。再試行すると、送り直さずに添付します。',
    downloading: ({ receivedBytes, totalBytes }) =>
      totalBytes === undefined
        ? `ダウンロード中、現在 ${size(receivedBytes)}`
        : `ダウンロード中、${size(receivedBytes)} / ${size(totalBytes)}`,
    preparingDownload: 'ダウンロードを準備しています',
    downloaded: 'ダウンロード済み',
    scanning: 'ウイルスを検査しています',
    infected: 'ブロックしました：ウイルスが見つかりました',
    speed,
    timeLeft: ({ ms }) => `残り ${duration(ms)}`,
    removalPending: '送信すると削除されます',
    removing: '削除しています',
    removalFailed: '削除できず、まだ保存されています。次の送信でもう一度試すか、元に戻してください。',
    interrupted: '中断されました。ファイルをもう一度選ぶと続きから再開します。',
    interruptedAtHand: '中断されました。続きから再開できます。',
    otherFile: '別のファイルです。名前、サイズ、日付が同じ、前と同じファイルを選んでください。',
  },
  fileTypes: { image: '画像', video: '動画', audio: '音声', text: 'テキストファイル', font: 'フォント' },
  announcements: {
    added: ({ names }) =>
      names.length <= 3 ? `${and(names)} を追加しました。` : `${files(names.length)}を追加しました。`,
    rejected: ({ name, reason }) => `${name} は追加されませんでした。${reason}`,
    rejectedMany: ({ count: value }) => `${files(value)}は追加されませんでした。理由は一覧にあります。`,
    failed: ({ name, reason }) => `${name} は失敗しました。${reason}`,
    failedMany: ({ count: value }) => `${files(value)}が失敗しました。理由は一覧にあります。`,
    done: ({ names }) =>
      names.length <= 3 ? `${and(names)} を添付しました。` : `${files(names.length)}を添付しました。`,
    allDone: ({ count: value }) => (value === 1 ? 'ファイルを添付しました。' : `${files(value)}をすべて添付しました。`),
    cancelled: ({ name }) => `${name} をキャンセルしました。`,
    removed: ({ name }) => `${name} を削除しました。`,
    paused: ({ reason }) => `アップロードは保留中です。${reason}。`,
    downloaded: ({ name }) => `${name} をダウンロードしました。`,
    renamed: ({ name }) => `名前を ${name} に変更しました。`,
    removalPending: ({ name }) => `${name} は送信すると削除されます。一覧で元に戻せます。`,
    restored: ({ name }) => `${name} を残しました。`,
    scanned: ({ name }) => `${name} を検査しました。ウイルスは見つかりませんでした。`,
    infected: ({ name }) => `${name} をブロックしました。ウイルスが見つかりました。`,
    copied: ({ name }) => `${name} の情報をコピーしました。`,
  },
}
