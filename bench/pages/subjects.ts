/** What the bench runs. `name` is what tables say, `module` the page module below `bench/`. */
export interface SubjectInfo {
  id: string
  name: string
  module: string
  role: 'kit' | 'floor' | 'peer'
  /** Shows a row for each file. */
  showsRows: boolean
  /** How many files one signing call is for. */
  signs: 'each' | 'group' | 'all'
  /** Packages whose versions the report names. */
  packages: readonly string[]
}

const info = (
  id: string,
  name: string,
  module: string,
  role: SubjectInfo['role'],
  rest: Partial<SubjectInfo> = {},
): SubjectInfo => ({ id, name, module, role, showsRows: false, signs: 'each', packages: [], ...rest })

export const subjects: readonly SubjectInfo[] = [
  info('floor', 'bare XMLHttpRequest', 'subjects/floor.ts', 'floor'),
  info('floor-rows', 'bare XMLHttpRequest, DOM rows', 'subjects/floorRows.ts', 'floor', { showsRows: true }),
  info('kit-hooks', 'attachkit, hooks', 'subjects/kitHooks.tsx', 'kit'),
  info('kit-batch', 'attachkit, hooks, signing in groups', 'subjects/kitBatch.tsx', 'kit', { signs: 'group' }),
  info('kit-form', 'attachkit, hooks, form posts', 'subjects/kitForm.tsx', 'kit'),
  info('kit', 'attachkit, hooks and components, signing in groups', 'subjects/kitComponents.tsx', 'kit', {
    showsRows: true,
    signs: 'group',
  }),
  info('uppy', 'Uppy core + aws-s3', 'peers/uppyHeadless.tsx', 'peer', { packages: ['@uppy/core', '@uppy/aws-s3'] }),
  info('uppy-dashboard', 'Uppy with Dashboard', 'peers/uppyDashboard.tsx', 'peer', {
    showsRows: true,
    packages: ['@uppy/dashboard', '@uppy/react'],
  }),
  info('uploady', 'React Uploady', 'peers/uploady.tsx', 'peer', { showsRows: true, packages: ['@rpldy/uploady'] }),
  info('filepond', 'FilePond', 'peers/filepond.tsx', 'peer', {
    showsRows: true,
    packages: ['filepond', 'react-filepond'],
  }),
  info('better-upload', 'Better Upload', 'peers/betterUpload.tsx', 'peer', {
    showsRows: true,
    signs: 'all',
    packages: ['@better-upload/client'],
  }),
  info('antd', 'Ant Design Upload', 'peers/antd.tsx', 'peer', { showsRows: true, packages: ['antd'] }),
  info('dropzone', 'react-dropzone + useState', 'peers/reactDropzone.tsx', 'peer', {
    showsRows: true,
    packages: ['react-dropzone'],
  }),
]

export function subjectOf(id: string): SubjectInfo {
  const found = subjects.find((subject) => subject.id === id)
  if (!found) throw new Error(`bench: no subject is called ${id}; there are ${subjects.map((s) => s.id).join(', ')}`)
  return found
}
