import { createFormats } from './createFormats.ts'
import { koreanErrors, koreanRejections } from './koFailures.ts'
import type { Messages } from './messages.ts'

const { and, count, duration, limits, or, percent, size, speed } = createFormats('ko')
const files = (value: number) => `파일 ${count(value)}개`

/** Korean, in the polite form. Names are followed by a colon or a noun: particles would depend on how a name is read. */
export const ko: Messages = {
  locale: 'ko',
  dropzone: {
    label: '여기에 파일을 놓거나 붙여 넣으세요',
    trigger: '파일 선택',
    release: '놓으면 첨부됩니다',
    releaseAll: ({ count: value }) => `놓으면 ${files(value)}가 첨부됩니다`,
    releaseSome: ({ room }) => `${files(room)}만 더 추가할 수 있습니다`,
    releaseNone: ({ types }) =>
      types.length === 0 ? '이 형식의 파일은 받지 않습니다' : `이 형식은 받지 않습니다. 가능한 형식: ${or(types)}`,
    releasePage: '페이지 어디에나 놓으면 첨부됩니다',
    full: '더 이상 파일을 추가할 수 없습니다',
    folder: '폴더 선택',
    camera: '사진 찍기',
    reading: ({ count: value }) => `폴더를 살펴보는 중: ${files(value)} 찾음`,
    stopReading: '중지',
    readingStopped: '중지했습니다. 폴더에서 아무것도 추가하지 않았습니다.',
    leftOut: ({ count: value, names }) => `시스템 파일 ${count(value)}개를 제외했습니다: ${and(names)}`,
    nearby: '이 상자 안에 파일을 놓으세요',
    missed: '파일이 상자 밖에 놓였습니다. 상자 안에 놓거나 파일을 선택하세요.',
    nothingReadable: '읽을 수 있는 파일이 없습니다. 먼저 기기에 저장한 다음 여기에서 선택하세요.',
    hint: (facts) =>
      limits(facts, {
        maxFileSize: (bytes) => `파일당 최대 ${bytes}`,
        minFileSize: (bytes) => `파일당 최소 ${bytes}`,
        maxTotalSize: (bytes) => `전체 최대 ${bytes}`,
        usedSize: (used, bytes) => `${bytes} 중 ${used} 사용`,
        maxFiles: (value) => `최대 ${count(value)}개`,
        usedFiles: (used, value) => `${count(value)}개 중 ${count(used)}개`,
      }),
  },
  list: {
    label: '첨부 파일',
    empty: '아직 첨부 파일이 없습니다',
    download: ({ name }) => `${name} 다운로드`,
    cancel: ({ name }) => `${name} 취소`,
    retry: ({ name }) => `${name} 다시 시도`,
    remove: ({ name }) => `${name} 제거`,
    cancelDownload: ({ name }) => `${name} 다운로드 중지`,
    admit: ({ name }) => `그래도 추가: ${name}`,
    rename: ({ name }) => `${name} 이름 바꾸기`,
    copyDetails: ({ name }) => `${name} 관련 지원용 정보 복사`,
    undo: ({ name }) => `실행 취소: ${name} 유지`,
    tips: {
      download: '다운로드',
      cancel: '취소',
      retry: '다시 시도',
      remove: '제거',
      cancelDownload: '다운로드 중지',
      admit: '그래도 추가',
      rename: '이름 바꾸기',
      copyDetails: '지원용 정보 복사',
      undo: '실행 취소',
    },
    copied: '복사했습니다',
    copyFailed: '브라우저가 허용하지 않았습니다',
    newName: ({ name }) => `${name}의 새 이름`,
    holds: {
      user: '업로드가 일시 중지되었습니다.',
      offline: '연결이 없습니다. 연결되면 업로드가 저절로 이어집니다.',
      auth: '로그아웃되었습니다. 다시 로그인한 다음 계속하세요. 파일은 그대로 있습니다.',
    },
    resume: '계속',
    signIn: '로그인',
    progress: ({ name }) => `${name} 업로드 중`,
    downloadProgress: ({ name }) => `${name} 다운로드 중`,
  },
  progress: {
    label: '업로드 진행률',
    count: ({ done, total }) => `${count(total)}개 중 ${count(done)}개 첨부됨`,
    bytes: ({ sentBytes, totalBytes }) => `${size(sentBytes)} / ${size(totalBytes)}`,
    valueText: (facts) => `${percent(facts)}, ${count(facts.total)}개 중 ${count(facts.done)}개 첨부됨`,
    summary: ({ done, total, failed }) =>
      failed > 0
        ? `${count(total)}개 중 ${count(done)}개 첨부됨, ${count(failed)}개 실패`
        : total === 1
          ? '파일 1개가 첨부되었습니다'
          : `${files(total)}가 모두 첨부되었습니다`,
    indeterminate: '업로드 중',
    retryAll: ({ count: value }) => `${files(value)} 다시 시도`,
  },
  preview: {
    open: ({ name }) => `${name} 미리 보기`,
    close: '미리 보기 닫기',
    loading: '그림을 불러오는 중',
    failed: '이 그림은 여기에서 볼 수 없습니다. 다운로드해서 확인하세요.',
  },
  field: {
    label: '첨부 파일',
    required: '파일을 하나 이상 추가하세요.',
    tooFew: ({ min }) => `파일을 ${count(min)}개 이상 추가하세요.`,
    tooMany: ({ max }) => `파일은 최대 ${count(max)}개까지 첨부할 수 있습니다. 몇 개를 제거하세요.`,
    busy: ({ count: value }) => `${files(value)}가 첨부될 때까지 기다리거나 취소하세요.`,
    failed: ({ names }) => `첨부되지 않은 파일: ${and(names)}. 다시 시도하거나 제거하세요.`,
  },
  status: {
    queued: '대기 중',
    preparing: '준비 중',
    uploading: '업로드 중',
    committing: '마무리 중',
    done: '첨부됨',
    failed: '실패',
    cancelled: '취소됨',
    paused: '일시 중지됨',
    rejected: '추가되지 않음',
  },
  pauses: {
    user: '일시 중지됨',
    offline: '연결을 기다리는 중',
    auth: '계속하려면 다시 로그인하세요',
  },
  errors: koreanErrors,
  rejections: koreanRejections,
  facts: {
    size: ({ bytes }) => size(bytes),
    sent: ({ sentBytes, totalBytes }) => `${size(sentBytes)} / ${size(totalBytes)}`,
    percent,
    retrying: ({ attempt, maxAttempts }) =>
      `연결이 불안정합니다. 곧 ${count(maxAttempts)}회 중 ${count(attempt)}번째로 시도합니다`,
    stalled: '멈춤, 계속 시도하는 중',
    mismatch: '내용이 이름과 맞지 않음',
    notAttached: '업로드했지만 아직 첨부되지 않았습니다. 다시 시도하면 다시 보내지 않고 첨부합니다.',
    downloading: ({ receivedBytes, totalBytes }) =>
      totalBytes === undefined
        ? `다운로드 중, 지금까지 ${size(receivedBytes)}`
        : `다운로드 중, ${size(receivedBytes)} / ${size(totalBytes)}`,
    preparingDownload: '다운로드 준비 중',
    downloaded: '다운로드됨',
    scanning: '바이러스 검사 중',
    infected: '차단됨: 바이러스가 발견되었습니다',
    speed,
    timeLeft: ({ ms }) => `${duration(ms)} 남음`,
    removalPending: '제출하면 제거됩니다',
    removing: '제거 중',
    removalFailed: '제거하지 못해 아직 저장되어 있습니다. 다음에 제출할 때 다시 시도하거나 실행을 취소하세요.',
  },
  fileTypes: { image: '이미지', video: '동영상', audio: '오디오', text: '텍스트 파일', font: '글꼴' },
  announcements: {
    added: ({ names }) => (names.length <= 3 ? `추가함: ${and(names)}.` : `${files(names.length)}를 추가했습니다.`),
    rejected: ({ name, reason }) => `추가되지 않음: ${name}. ${reason}`,
    rejectedMany: ({ count: value }) => `${files(value)}가 추가되지 않았습니다. 이유는 목록에 있습니다.`,
    failed: ({ name, reason }) => `실패: ${name}. ${reason}`,
    failedMany: ({ count: value }) => `${files(value)}가 실패했습니다. 이유는 목록에 있습니다.`,
    done: ({ names }) => (names.length <= 3 ? `첨부됨: ${and(names)}.` : `${files(names.length)}가 첨부되었습니다.`),
    allDone: ({ count: value }) => (value === 1 ? '파일이 첨부되었습니다.' : `${files(value)}가 모두 첨부되었습니다.`),
    cancelled: ({ name }) => `취소함: ${name}.`,
    removed: ({ name }) => `제거함: ${name}.`,
    paused: ({ reason }) => `업로드가 보류되었습니다. ${reason}.`,
    downloaded: ({ name }) => `다운로드함: ${name}.`,
    renamed: ({ name }) => `새 이름: ${name}.`,
    removalPending: ({ name }) => `제출하면 제거될 파일: ${name}. 목록에서 실행을 취소할 수 있습니다.`,
    restored: ({ name }) => `유지함: ${name}.`,
    scanned: ({ name }) => `검사 완료: ${name}. 바이러스가 없습니다.`,
    infected: ({ name }) => `차단됨: ${name}. 바이러스가 발견되었습니다.`,
    copied: ({ name }) => `정보를 복사함: ${name}.`,
  },
}
