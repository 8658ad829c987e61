/** JSON strings into BYTES elements: a 4-byte length, little end first, then the UTF-8 of the text. */
import type { Scanner } from './scan.js';

/** Bytes of the scanner's last string once its escapes are resolved. The scanner has checked them. */
export function decodedLength(s: Scanner): number {
  let length = s.textEnd - s.textStart;
  if (s.plain) return length;
  const { bytes } = s;
  for (let p = s.textStart; p < s.textEnd; p++) {
    if (bytes[p] !== 92) continue;
    p++;
    if (bytes[p] !== 117) {
      length -= 1;
      continue;
    }
    const unit = hex(bytes, p + 1);
    p += 4;
    if (unit >= 0xd800 && unit <= 0xdfff) {
      p += 6;
      length -= 8;
    } else {
      length -= unit < 0x80 ? 5 : unit < 0x800 ? 4 : 3;
    }
  }
  return length;
}

/** Writes the scanner's last string at `at` and returns the position after it. */
export function writeDecoded(s: Scanner, out: Uint8Array, at: number): number {
  const { bytes, textStart, textEnd } = s;
  if (s.plain) {
    for (let p = textStart; p < textEnd; p++) out[at++] = bytes[p] as number;
    return at;
  }
  for (let p = textStart; p < textEnd; p++) {
    const c = bytes[p] as number;
    if (c !== 92) {
      out[at++] = c;
      continue;
    }
    const kind = bytes[++p] as number;
    if (kind !== 117) {
      out[at++] = kind === 98 ? 8 : kind === 102 ? 12 : kind === 110 ? 10 : kind === 114 ? 13 : kind === 116 ? 9 : kind;
      continue;
    }
    let code = hex(bytes, p + 1);
    p += 4;
    if (code >= 0xd800 && code <= 0xdfff) {
      code = 0x10000 + ((code - 0xd800) << 10) + (hex(bytes, p + 3) - 0xdc00);
      p += 6;
    }
    at = writeCode(out, at, code);
  }
  return at;
}

function writeCode(out: Uint8Array, at: number, code: number): number {
  if (code < 0x80) {
    out[at++] = code;
  } else if (code < 0x800) {
    out[at++] = 0xc0 | (code >> 6);
    out[at++] = 0x80 | (code & 63);
  } else {
    if (code < 0x10000) {
      out[at++] = 0xe0 | (code >> 12);
    } else {
      out[at++] = 0xf0 | (code >> 18);
      out[at++] = 0x80 | ((code >> 12) & 63);
    }
    out[at++] = 0x80 | ((code >> 6) & 63);
    out[at++] = 0x80 | (code & 63);
  }
  return at;
}

function hex(bytes: Uint8Array, p: number): number {
  let value = 0;
  for (let i = p; i < p + 4; i++) {
    const c = bytes[i] as number;
    value = value * 16 + (c <= 57 ? c - 48 : (c | 32) - 87);
  }
  return value;
}

export function writeLength(out: Uint8Array, at: number, length: number): void {
  out[at] = length & 255;
  out[at + 1] = (length >>> 8) & 255;
  out[at + 2] = (length >>> 16) & 255;
  out[at + 3] = length >>> 24;
}
