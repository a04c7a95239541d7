import '@testing-library/jest-dom/vitest'
import { cleanup, configure } from '@testing-library/react'
import { afterEach } from 'vitest'
import { patient } from './patient.ts'

configure({ asyncUtilTimeout: patient.timeout })

afterEach(() => cleanup())
