export { createUploadJournal, type UploadJournalOptions } from './createUploadJournal.ts'
