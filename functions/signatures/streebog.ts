import { MATRIX, ROUNDS, SUBSTITUTION } from "./streebog-tables.ts";

/**
 * The hash of GOST R 34.11-2012, called Streebog (RFC 6986), which signatures of Kazakhstan's certification authority
 * use. Node.js has it only with an engine of OpenSSL that Lambda has not, and no library of it is kept well.
 * A state is 512 bits as sixteen 32-bit words, the lowest first.
 */
type State = Uint32Array;

const BLOCK = 64;
const WORDS = 16;

/** An element of a typed array at an index that is known to be in it. */
const at = (array: Uint8Array | Uint32Array, index: number): number => array[index] ?? 0;

const bytesOf = (hex: string): Uint8Array =>
  Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));

const substitution = bytesOf(SUBSTITUTION);
const matrix = Uint32Array.from(MATRIX.match(/.{8}/g) ?? [], (word) => Number.parseInt(word, 16));
const rounds: readonly State[] = ROUNDS.map((hex) => stateOf(bytesOf(hex).reverse()));

/** Substitution and linear transformation of one byte at each of the eight places of a 64-bit word: low and high half. */
const tables = Array.from({ length: 8 }, (_, place) => tableOf(place));

function tableOf(place: number): { readonly low: Uint32Array; readonly high: Uint32Array } {
  const [low, high] = [new Uint32Array(256), new Uint32Array(256)];
  for (let byte = 0; byte < 256; byte++) {
    for (let bit = 0; bit < 8; bit++) {
      if ((at(substitution, byte) & (1 << bit)) === 0) continue;
      const row = 63 - (8 * place + bit);
      high[byte] = at(high, byte) ^ at(matrix, 2 * row);
      low[byte] = at(low, byte) ^ at(matrix, 2 * row + 1);
    }
  }
  return { low, high };
}

function stateOf(bytes: Uint8Array): State {
  const view = new DataView(bytes.buffer, bytes.byteOffset, BLOCK);
  return Uint32Array.from({ length: WORDS }, (_, index) => view.getUint32(4 * index, true));
}

const xor = (a: State, b: State): State => a.map((word, index) => word ^ at(b, index));

/** The transformations S, P and L of the standard, in one pass over tables. */
function transformed(state: State): State {
  const out = new Uint32Array(WORDS);
  for (let place = 0; place < 8; place++) {
    const shift = 8 * (place % 4);
    let [low, high] = [0, 0];
    for (const [index, table] of tables.entries()) {
      const byte = (at(state, 2 * index + (place < 4 ? 0 : 1)) >>> shift) & 0xff;
      low ^= at(table.low, byte);
      high ^= at(table.high, byte);
    }
    out[2 * place] = low;
    out[2 * place + 1] = high;
  }
  return out;
}

/** The step of the hash: a block cipher in the mode of Miyaguchi and Preneel. */
function compressed(hash: State, block: State, length: State): State {
  let key = transformed(xor(hash, length));
  let state = block;
  for (const round of rounds) {
    state = transformed(xor(state, key));
    key = transformed(xor(key, round));
  }
  return xor(xor(xor(state, key), hash), block);
}

/** The sum of two 512-bit numbers, without what does not fit. */
function sum(a: State, b: State): State {
  let carry = 0;
  return a.map((word, index) => {
    const total = word + at(b, index) + carry;
    carry = total > 0xffffffff ? 1 : 0;
    return total;
  });
}

const numberState = (value: number): State => {
  const state = new Uint32Array(WORDS);
  state[0] = value;
  return state;
};

/** The hash of some bytes: 64 bytes, or 32 with the shorter form. */
export function streebog(bytes: Uint8Array, bits: 256 | 512): Uint8Array {
  let hash: State = new Uint32Array(WORDS).fill(bits === 256 ? 0x01010101 : 0);
  let [length, total] = [numberState(0), numberState(0)];
  const take = (block: State, size: number): void => {
    hash = compressed(hash, block, length);
    length = sum(length, numberState(size));
    total = sum(total, block);
  };
  const whole = Math.floor(bytes.length / BLOCK) * BLOCK;
  for (let start = 0; start < whole; start += BLOCK) take(stateOf(bytes.subarray(start, start + BLOCK)), 8 * BLOCK);
  const last = new Uint8Array(BLOCK);
  last.set(bytes.subarray(whole));
  last[bytes.length - whole] = 1;
  take(stateOf(last), 8 * (bytes.length - whole));
  const none = numberState(0);
  hash = compressed(compressed(hash, length, none), total, none);
  const out = new Uint8Array(BLOCK);
  const view = new DataView(out.buffer);
  for (const [index, word] of hash.entries()) view.setUint32(4 * index, word, true);
  return bits === 256 ? out.slice(BLOCK / 2) : out;
}
