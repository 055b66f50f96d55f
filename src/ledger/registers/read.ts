import { readAtop } from './atop.js';
import type { Codes } from './codes.js';
import { readCowStates } from './cow-states.js';
import { readIigo } from './iigo.js';
import { readMigo } from './migo.js';
import { readTrade, TRADE_REGISTERS } from './trade.js';
import type { Register, RegisterFormat } from './types.js';

/**
 * Reads a register's file, plain or gzipped.
 *
 * @throws EntenteError `input` for a file that cannot be read or lacks a column
 */
export function readRegister(format: RegisterFormat, file: string, codes: Codes): Promise<Register> {
  switch (format) {
    case 'atop':
      return readAtop(file, codes);
    case 'cow-states':
      return readCowStates(file, codes);
    case 'migo':
      return readMigo(file, codes);
    case 'iigo':
      return readIigo(file, codes);
    default:
      return readTrade(file, codes, TRADE_REGISTERS[format]);
  }
}
