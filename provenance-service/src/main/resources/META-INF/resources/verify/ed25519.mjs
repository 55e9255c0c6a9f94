// Ed25519 by the browser, and what the browser does not tell: whether 32 bytes are a key at all.

const P = 2n ** 255n - 19n;
const D = 37095705934669439343138083508754565189542113879843219016388785533085940283555n;
const SQUARE_ROOT_OF_MINUS_ONE = power(2n, (P - 1n) / 4n);

let answer;

/** Whether this page can check Ed25519 signatures here; asked of the browser once. */
export function isSupported() {
  answer ??= (async () => {
    try {
      // the base point is a key
      await importKey(Uint8Array.of(0x58, ...new Array(31).fill(0x66)));
      return true;
    } catch {
      return false;
    }
  })();
  return answer;
}

/** Whether the bytes are a point of the curve (RFC 8032 section 5.1.3). */
export function isPoint(bytes) {
  // 1. the last bit is the sign of x, the rest is y
  const number = bytes.reduceRight((value, byte) => (value << 8n) | BigInt(byte), 0n);
  const sign = number >> 255n;
  const y = number & (2n ** 255n - 1n);
  if (y >= P) {
    return false;
  }
  // 2. x² = (y² - 1) / (d y² + 1)
  const u = modulo(y * y - 1n);
  const v = modulo(D * y * y + 1n);
  let x = modulo(u * power(v, 3n) * power(modulo(u * power(v, 7n)), (P - 5n) / 8n));
  // 3.
  if (modulo(v * x * x) !== u) {
    x = modulo(x * SQUARE_ROOT_OF_MINUS_ONE);
    if (modulo(v * x * x) !== u) {
      return false;
    }
  }
  // 4.
  return !(x === 0n && sign === 1n);
}

export async function verify(publicKey, message, signature) {
  return crypto.subtle.verify('Ed25519', await importKey(publicKey), signature, message);
}

function importKey(bytes) {
  return crypto.subtle.importKey('raw', bytes, 'Ed25519', false, ['verify']);
}

function modulo(value) {
  const rest = value % P;
  return rest < 0n ? rest + P : rest;
}

function power(base, exponent) {
  let result = 1n;
  for (let square = modulo(base), bits = exponent; bits > 0n; bits >>= 1n) {
    if (bits & 1n) {
      result = modulo(result * square);
    }
    square = modulo(square * square);
  }
  return result;
}
