import type { ReactElement } from 'react'
import { earlyShapes } from './earlyShapes.ts'
import { Shape } from './Shape.tsx'

const shapes = {
  upload: earlyShapes.upload,
  download: 'M10 3.75V13m0 0 3.75-3.75M10 13 6.25 9.25M3.75 13v1.75a1.5 1.5 0 0 0 1.5 1.5h9.5a1.5 1.5 0 0 0 1.5-1.5V13',
  cancel: 'm5.75 5.75 8.5 8.5m0-8.5-8.5 8.5',
  retry: 'M15.75 8.25a6 6 0 1 0 .1 3.25M16 4.5v3.75h-3.75',
  remove:
    'M4 5.75h12M8 5.5V4.25a.75.75 0 0 1 .75-.75h2.5a.75.75 0 0 1 .75.75V5.5m2.5.25-.55 9.1a1.5 1.5 0 0 1-1.5 1.4h-3.9a1.5 1.5 0 0 1-1.5-1.4L5.5 5.75M8.5 9v4m3-4v4',
  rename: 'm12.4 4.85 2.75 2.75M4 16l.65-3.35 8.6-8.6a1.2 1.2 0 0 1 1.7 0l1 1a1.2 1.2 0 0 1 0 1.7l-8.6 8.6L4 16Z',
  copy: 'M8.25 7.25h7a1 1 0 0 1 1 1v7a1 1 0 0 1-1 1h-7a1 1 0 0 1-1-1v-7a1 1 0 0 1 1-1Zm4.5 0v-2.5a1 1 0 0 0-1-1h-7a1 1 0 0 0-1 1v7a1 1 0 0 0 1 1h2.5',
  undo: 'M7 4 3.75 7.25 7 10.5M3.75 7.25h8a4.25 4.25 0 0 1 0 8.5H7.5',
  scan: 'M10 3.25 4.25 5.5v4c0 3.3 2.3 5.9 5.75 7.25 3.45-1.35 5.75-3.95 5.75-7.25v-4L10 3.25ZM7.25 10h5.5',
  infected: 'M10 3.25 4.25 5.5v4c0 3.3 2.3 5.9 5.75 7.25 3.45-1.35 5.75-3.95 5.75-7.25v-4L10 3.25Zm-2 5 4 4m0-4-4 4',
  offline: earlyShapes.offline,
  signIn: earlyShapes.signIn,
  folder: 'M3.75 15.25V5.5a1 1 0 0 1 1-1h3l1.75 2h5.75a1 1 0 0 1 1 1v7.75a1 1 0 0 1-1 1H4.75a1 1 0 0 1-1-1Z',
  camera:
    'M4.75 6.25h2l1.25-2h4l1.25 2h2a1 1 0 0 1 1 1v7.5a1 1 0 0 1-1 1H4.75a1 1 0 0 1-1-1v-7.5a1 1 0 0 1 1-1ZM12.5 11a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0Z',
  check: earlyShapes.check,
  alert: earlyShapes.alert,
  pause: earlyShapes.pause,
  blocked: 'M5.4 5.4l9.2 9.2M16.5 10a6.5 6.5 0 1 1-13 0 6.5 6.5 0 0 1 13 0Z',
  file: 'M11.25 3.25h-5a1.5 1.5 0 0 0-1.5 1.5v10.5a1.5 1.5 0 0 0 1.5 1.5h7.5a1.5 1.5 0 0 0 1.5-1.5v-8m-4-4 4 4m-4-4v2.5a1.5 1.5 0 0 0 1.5 1.5h2.5',
  document:
    'M11.25 3.25h-5a1.5 1.5 0 0 0-1.5 1.5v10.5a1.5 1.5 0 0 0 1.5 1.5h7.5a1.5 1.5 0 0 0 1.5-1.5v-8m-4-4 4 4m-4-4v2.5a1.5 1.5 0 0 0 1.5 1.5h2.5M7.5 10.5h5m-5 3h3.25',
  sheet:
    'M4.75 3.75h10.5a1 1 0 0 1 1 1v10.5a1 1 0 0 1-1 1H4.75a1 1 0 0 1-1-1V4.75a1 1 0 0 1 1-1Zm-1 4.25h12.5M3.75 12h12.5M8.5 8v8.25',
  image:
    'M4.75 3.75h10.5a1 1 0 0 1 1 1v10.5a1 1 0 0 1-1 1H4.75a1 1 0 0 1-1-1V4.75a1 1 0 0 1 1-1Zm-1 9.5 3.4-3.4a1 1 0 0 1 1.4 0l4.95 4.95M12 12.75l1.1-1.1a1 1 0 0 1 1.4 0l1.75 1.75M12.75 7.5v.01',
  video:
    'M4.25 4.75h11.5a1 1 0 0 1 1 1v8.5a1 1 0 0 1-1 1H4.25a1 1 0 0 1-1-1v-8.5a1 1 0 0 1 1-1Zm4.25 3v4.5L12.25 10 8.5 7.75Z',
  audio: 'M7.5 14.25V5.5l8-1.75v8.75m-8 1.75a2 2 0 1 1-4 0 2 2 0 0 1 4 0Zm8-1.75a2 2 0 1 1-4 0 2 2 0 0 1 4 0Z',
  archive: 'M4.25 7.25v8a1 1 0 0 0 1 1h9.5a1 1 0 0 0 1-1v-8m-12-3.5h12.5v3.5H3.75v-3.5ZM8.25 10.25h3.5',
  code: 'm7.25 6.5-3.5 3.5 3.5 3.5m5.5-7 3.5 3.5-3.5 3.5',
} as const

export type IconName = keyof typeof shapes
export const iconNames = Object.keys(shapes) as IconName[]

export interface IconProps {
  name: IconName
}

/** Every icon of the kit. */
export function Icon({ name }: IconProps): ReactElement {
  return <Shape name={name} path={shapes[name]} />
}
