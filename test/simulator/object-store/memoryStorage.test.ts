import { createMemoryStorage } from '../../../src/simulator/object-store/memoryStorage.ts'
import { describeObjectStorage } from '../../contracts/describeObjectStorage.ts'

describeObjectStorage('memory storage', createMemoryStorage)
