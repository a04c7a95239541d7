import type { Meta, StoryObj } from '@storybook/react-vite'
import { AttachmentListView } from '../../src/components/attachment-list/index.ts'
import { DropzoneField } from '../../src/components/dropzone/index.ts'
import { UploadProgressBar } from '../../src/components/upload-progress/index.ts'
import { textDirection } from '../../src/messages/textDirection.ts'
import { AttachkitProvider } from '../../src/react/AttachkitProvider.tsx'
import { frozenSession } from '../../src/testing/frozenSession.ts'
import { languages } from '../support/languages.ts'
import { posedDownloads } from '../support/posedDownloads.ts'
import { attachment, everyStatus } from '../support/posedItems.ts'

const rules = { accept: ['.pdf', '.docx', 'image/*'], maxFileSize: 25_000_000, maxFiles: 10, maxTotalSize: 100_000_000 }
const empty = frozenSession([], { rules })
const filled = frozenSession(everyStatus(), { rules })
const stored = [attachment('تقرير ربع سنوي.docx', 96_000), attachment('Screenshot of the error.png', 482_000)]
const downloads = posedDownloads()

interface LanguageProps {
  locale: string
}

/** All components in one language, on a page that is written its way. */
function Language({ locale }: LanguageProps) {
  const messages = languages[locale]
  return (
    <AttachkitProvider messages={messages}>
      <div className="story-column" lang={messages?.locale} dir={textDirection(locale)}>
        <DropzoneField upload={empty} guardPage={false} />
        <UploadProgressBar upload={filled} />
        <AttachmentListView upload={filled} attachments={stored} downloads={downloads} />
      </div>
    </AttachkitProvider>
  )
}

const meta = {
  title: 'Foundations/Languages',
  component: Language,
  argTypes: { locale: { control: 'select', options: Object.keys(languages) } },
} satisfies Meta<typeof Language>

export default meta
type Story = StoryObj<typeof meta>

export const English: Story = { args: { locale: 'en' } }
export const SimplifiedChinese: Story = { args: { locale: 'zh-CN' } }
export const TraditionalChinese: Story = { args: { locale: 'zh-TW' } }
export const Japanese: Story = { args: { locale: 'ja' } }
export const Korean: Story = { args: { locale: 'ko' } }
export const German: Story = { args: { locale: 'de' } }
export const French: Story = { args: { locale: 'fr' } }
export const Spanish: Story = { args: { locale: 'es' } }
export const BrazilianPortuguese: Story = { args: { locale: 'pt-BR' } }
export const Russian: Story = { args: { locale: 'ru' } }
/** The page, the bars and the order of buttons run the other way; names and sizes keep theirs. */
export const Arabic: Story = { args: { locale: 'ar' } }
export const Hebrew: Story = { args: { locale: 'he' } }
/** What shows without marks would not be translated. */
export const Pseudo: Story = { args: { locale: 'pseudo' } }
