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
import { zhCN } from '../../src/messages/zh-CN.ts'
import { zhTW } from '../../src/messages/zh-TW.ts'
import { pseudoMessages } from './pseudoMessages.ts'

/** The languages that ship, by their tag, and one to look for what is not translated. */
export const languages: Readonly<Record<string, Messages>> = {
  en,
  'zh-CN': zhCN,
  'zh-TW': zhTW,
  ja,
  ko,
  de,
  fr,
  es,
  'pt-BR': ptBR,
  ru,
  ar,
  he,
  pseudo: pseudoMessages,
}
