import type { IconName } from './Icon.tsx'

const byExtension: Readonly<Record<string, IconName>> = {
  ...spread('archive', 'zip 7z rar gz tgz tar bz2 xz zst'),
  ...spread('sheet', 'csv tsv xls xlsx ods numbers'),
  ...spread('document', 'pdf doc docx odt rtf txt md log pages eml msg'),
  ...spread('image', 'png jpg jpeg gif webp avif heic heif bmp tif tiff svg'),
  ...spread('video', 'mp4 mov webm mkv avi m4v'),
  ...spread('audio', 'mp3 wav m4a ogg flac aac opus'),
  ...spread('code', 'js ts tsx jsx json xml html htm css yaml yml sh py java go rs c cpp sql'),
}

/** The icon that tells what kind of file it is: by its extension, else by its type. */
export function fileIcon(name: string, contentType = ''): IconName {
  const extension = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  return byExtension[extension] ?? byType(contentType)
}

function byType(contentType: string): IconName {
  const group = contentType.split('/')[0]
  if (group === 'image' || group === 'video' || group === 'audio') return group
  return group === 'text' ? 'document' : 'file'
}

function spread(icon: IconName, extensions: string): Record<string, IconName> {
  return Object.fromEntries(extensions.split(' ').map((extension) => [extension, icon]))
}
