import { describe, expect, it } from 'vitest'
import { ar } from '../../src/messages/ar.ts'
import { de } from '../../src/messages/de.ts'
import { en } from '../../src/messages/en.ts'
import { es } from '../../src/messages/es.ts'
import { fr } from '../../src/messages/fr.ts'
import { he } from '../../src/messages/he.ts'
import { ja } from '../../src/messages/ja.ts'
import { ko } from '../../src/messages/ko.ts'
import type { Messages } from '../../src/messages/messages.ts'
import { ptBR } from '../../src/messages/pt-BR.ts'
import { ru } from '../../src/messages/ru.ts'
import { textDirection } from '../../src/messages/textDirection.ts'
import { zhCN } from '../../src/messages/zh-CN.ts'
import { zhTW } from '../../src/messages/zh-TW.ts'
import packageJson from '../../package.json' with { type: 'json' }
import { everyText } from '../support/everyText.ts'

const translations: readonly Messages[] = [zhCN, zhTW, ja, ko, de, fr, es, ptBR, ru, ar, he]
const english = new Map(everyText(en))

const name = 'report.pdf'

/** Each text once, whether it depends on arguments or not. */
function pathsOf(texts: ReadonlyArray<readonly [string, string]>): string[] {
  return [...new Set(texts.map(([key]) => key.split(' ')[0] ?? ''))]
}

/** Words that are spelled alike in another language. */
const alike = new Set(['Videos', 'images', 'audio'])
/** Made of a number and a unit alone, by the platform. */
const units = /^facts\.(?:size|speed) /

describe.each(translations.map((messages) => [messages.locale, messages] as const))(
  'R71 the texts in %s',
  (locale, messages) => {
    const texts = everyText(messages)

    const breaking = (rule: (text: string, key: string) => boolean) => texts.filter(([key, text]) => rule(text, key))

    it('are all there, whole, for every argument', () => {
      expect(pathsOf(texts)).toEqual(pathsOf([...english]))
      expect(breaking((text) => text.trim() === '' || /undefined|NaN|null|\[object| {2}/.test(text))).toEqual([])
    })

    it('are translated, none left in English', () => {
      const isLeft = (text: string, key: string) => text === english.get(key) && !alike.has(text) && !units.test(key)
      expect(breaking((text, key) => /[a-z]{4}/.test(text) && isLeft(text, key))).toEqual([])
    })

    it('never speak of codes or libraries', () => {
      expect(breaking((text) => /HTTP|XML|CORS|CSP|ETag|\b[45]\d\d\b/.test(text))).toEqual([])
    })

    it('name the file wherever English does', () => {
      const isMissing = (text: string, key: string) => english.get(key)?.includes(name) === true && !text.includes(name)
      expect(breaking(isMissing)).toEqual([])
    })

    it('have an entry of their own in the package', () => {
      expect(Object.keys(packageJson.exports)).toContain(`./messages/${locale}`)
    })
  },
)

describe('R71 plurals and units', () => {
  it('follow the rules of the language', () => {
    const batch = { done: 0, failed: 0, sentBytes: 0, totalBytes: 0 }
    expect([1, 2, 5, 21].map((count) => ru.dropzone.releaseAll({ count }))).toEqual([
      'Отпустите, чтобы прикрепить 1 файл',
      'Отпустите, чтобы прикрепить 2 файла',
      'Отпустите, чтобы прикрепить 5 файлов',
      'Отпустите, чтобы прикрепить 21 файл',
    ])
    expect([1, 2, 3, 11].map((max) => ar.field.tooMany({ max }))).toEqual([
      'يمكن إرفاق ملف واحد على الأكثر. أزل بعضها.',
      'يمكن إرفاق ملفين على الأكثر. أزل بعضها.',
      'يمكن إرفاق 3 ملفات على الأكثر. أزل بعضها.',
      'يمكن إرفاق 11 ملفًا على الأكثر. أزل بعضها.',
    ])
    expect(fr.progress.count({ ...batch, total: 2, done: 2 })).toBe('2 sur 2 fichiers joints')
    expect(de.facts.size({ bytes: 24_300_000 })).toBe('24,3 MB')
    expect(fr.facts.size({ bytes: 24_300_000 })).toMatch(/^24,3\s?Mo$/u)
    expect(ja.facts.percent({ sentBytes: 42, totalBytes: 100 })).toBe('42%')
  })

  it('R72 keep a name apart from the sentence in languages that run the other way', () => {
    const texts = translations.filter(({ locale }) => textDirection(locale) === 'rtl').flatMap(everyText)
    expect(texts.length).toBeGreaterThan(0)
    expect(texts.filter(([, text]) => text.includes(name) && !text.includes(`\u2068${name}\u2069`))).toEqual([])
  })
})
