import { createFormats } from './createFormats.ts'
import type { Messages } from './messages.ts'

const { count, or, size } = createFormats('ja')
const askSupport = '時間をおいて試すか、サポートにお知らせください。'

/** Why a file failed, and the way out, in Japanese. */
export const japaneseErrors: Messages['errors'] = {
  network: '接続が切れました。ネットワークを確認して、もう一度お試しください。',
  offline: 'オフラインです。接続が戻ると続行します。',
  'cors-refused': `保存先がこのページからのアップロードを受け付けません。${askSupport}`,
  'csp-blocked': `このページから保存先へは接続できません。${askSupport}`,
  'mixed-content': `保存先のアドレスが安全でないため、ブラウザーがブロックしました。${askSupport}`,
  timeout: 'サーバーの待ち時間を超えました。安定した接続でもう一度お試しください。',
  stalled: 'アップロードが進まなくなりました。接続を確認して、もう一度お試しください。',
  'answer-overdue':
    'ファイルは送信されましたが、応答がありません。もう一度お試しください。届いた分を二重に送ることはありません。',
  unauthorized: 'サインアウトしました。続けるにはもう一度サインインしてください。',
  forbidden: ({ stage }) =>
    stage === 'download'
      ? 'このファイルをダウンロードする権限がありません。所有者に依頼してください。'
      : 'ここにファイルを添付する権限がありません。管理者に依頼してください。',
  'credential-expired': 'このファイルの許可の期限が切れました。再試行すると新しい許可を受け取ります。',
  'credential-refused': '保存先がこのファイルの許可を拒否しました。再試行すると新しい許可を受け取ります。',
  'signature-mismatch': `保存先がリクエストの署名を認めませんでした。${askSupport}`,
  'clock-skewed': 'この端末の時計がずれています。正しい時刻に合わせて、もう一度お試しください。',
  'policy-violated': '保存先がこのファイルを受け付けません。別のファイルを選んでください。',
  'file-too-large': ({ limitBytes }) =>
    limitBytes === undefined
      ? 'ファイルが大きすぎて保存できません。小さいファイルを選んでください。'
      : `ファイルが ${size(limitBytes)} を超えています。小さいファイルを選んでください。`,
  'file-too-small': ({ limitBytes }) =>
    limitBytes === undefined
      ? 'ファイルが小さすぎて保存できません。別のファイルを選んでください。'
      : `ファイルが ${size(limitBytes)} 未満です。別のファイルを選んでください。`,
  'file-invalid-type': '保存先がこの種類のファイルを受け付けません。別のファイルを選んでください。',
  'file-invalid-name': '保存先がこのファイル名を受け付けません。名前を変えて、もう一度選んでください。',
  'file-changed': 'ファイルが変更されたか、使えなくなりました。もう一度選んでください。',
  'file-is-directory': 'これはフォルダーです。開いて、中のファイルを選んでください。',
  'integrity-mismatch': 'ファイルが壊れた状態で届きました。もう一度お試しください。',
  'object-exists': '同じ名前のファイルがすでに保存されています。名前を変えて、もう一度選んでください。',
  'quota-exceeded': '保存先に空きがありません。先に何かを削除するか、サポートにお知らせください。',
  'rate-limited': '一度に多くのアップロードがありました。少し待ってから、もう一度お試しください。',
  'server-error': 'サーバーで問題が起きました。少し待ってから、もう一度お試しください。',
  unavailable: 'サービスが現在利用できません。少し待ってから、もう一度お試しください。',
  'not-found': ({ stage }) =>
    stage === 'download'
      ? 'このファイルはもうありません。ページを再読み込みして確認してください。'
      : `このファイルの保存場所が見つかりません。${askSupport}`,
  'store-misconfigured': `保存先の設定に誤りがあります。${askSupport}`,
  'stored-not-registered': 'アップロード済みですが、まだ添付されていません。再試行すると、送り直さずに添付します。',
  'etag-not-exposed': `保存先の受領情報をこのページから読めません。${askSupport}`,
  'header-forbidden': `許可の内容に、ブラウザーが送れないものが含まれています。${askSupport}`,
  'url-refused': `このファイルのアドレスは安全ではありません。${askSupport}`,
  'answer-unreadable': `サーバーの応答を読み取れませんでした。${askSupport}`,
  'vendor-refused': ({ stage }) =>
    stage === 'download'
      ? `サービスがこのファイルの提供を拒否しました。${askSupport}`
      : `サービスがこのファイルを拒否しました。${askSupport}`,
  'download-truncated': 'ダウンロードが途中で終わりました。もう一度お試しください。',
  'still-scanning': 'ファイルのウイルス検査がまだ終わっていません。少し待ってから、もう一度お試しください。',
  infected: 'このファイルからウイルスが見つかったため、ブロックされています。',
  unknown: ({ stage }) =>
    stage === 'download'
      ? 'ダウンロードできませんでした。もう一度お試しいただくか、サポートにお知らせください。'
      : 'アップロードできませんでした。もう一度お試しいただくか、サポートにお知らせください。',
}

/** Why a file was not taken, and the way out, in Japanese. */
export const japaneseRejections: Messages['rejections'] = {
  'file-invalid-type': ({ types }) =>
    types.length === 0
      ? 'この種類のファイルは受け付けていません。'
      : `この種類は受け付けていません。${or(types)}を選んでください。`,
  'file-too-large': ({ limit }) =>
    limit === undefined
      ? 'ファイルが大きすぎます。'
      : `${size(limit)} を超えています。小さいファイルを選んでください。`,
  'file-too-small': ({ limit }) =>
    limit === undefined ? 'ファイルが小さすぎます。' : `${size(limit)} 未満です。別のファイルを選んでください。`,
  'file-empty': 'ファイルが空です。別のファイルを選んでください。',
  'file-is-directory': 'これはフォルダーです。開いて、中のファイルを選んでください。',
  'file-invalid-name': ({ detail }) =>
    detail === undefined
      ? 'この名前は受け付けられません。名前を変えて、もう一度選んでください。'
      : `この名前は受け付けられません：${detail}。名前を変えて、もう一度選んでください。`,
  'too-many-files': ({ limit }) =>
    limit === undefined
      ? 'ファイルが多すぎます。先に 1 件削除してください。'
      : `添付できるのは ${count(limit)} 件までです。先に 1 件削除してください。`,
  'total-too-large': ({ limit }) =>
    limit === undefined
      ? 'ファイルの合計が大きすぎます。先に 1 件削除してください。'
      : `ファイルの合計が ${size(limit)} を超えています。先に 1 件削除してください。`,
  duplicate: 'このファイルはすでに一覧にあります。',
  'batch-rejected': '同時に追加したほかのファイルが受け付けられなかったため、追加されませんでした。',
}
