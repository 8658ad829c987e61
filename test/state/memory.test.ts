import { MemoryStore } from '../../src/state/memory.js';
import { storeContract } from './contract.js';

storeContract('memory', async (clock) => new MemoryStore(clock));
