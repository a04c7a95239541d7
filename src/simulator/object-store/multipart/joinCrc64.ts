/** CRC-64/XZ of some bytes, as an unsigned decimal. */
export interface Crc64OfBytes {
  crc64: string
  /** Bytes. */
  size: number
}

/** x^64 + ... of ECMA-182, its bits reflected. */
const polynomial = 0xc96c5795d7870f42n
const topBit = 1n << 63n

/**
 * The CRC-64 of bytes of which only the pieces' CRCs are known: no byte is read again. A piece's CRC is pushed along by as many
 * zeros as bytes follow it, which is a multiplication by a power of x; as `crc32_combine` of zlib does it.
 */
export function joinCrc64(pieces: readonly Crc64OfBytes[]): string {
  const powers = new Map<number, bigint>()
  const powerOf = (size: number) => {
    const power = powers.get(size) ?? powerOfX(BigInt(size) * 8n)
    powers.set(size, power)
    return power
  }
  const joined = pieces.reduce((crc, { crc64, size }) => multiply(powerOf(size), crc) ^ BigInt(crc64), 0n)
  return joined.toString()
}

/** x^exponent modulo the polynomial. */
function powerOfX(exponent: bigint): bigint {
  let power = topBit
  let square = topBit >> 1n
  for (let left = exponent; left > 0n; left >>= 1n) {
    if (left & 1n) power = multiply(square, power)
    square = multiply(square, square)
  }
  return power
}

/** a * b modulo the polynomial, bits reflected: x^0 is the top bit. */
function multiply(a: bigint, b: bigint): bigint {
  let product = 0n
  let factor = b
  for (let bit = topBit; bit > 0n; bit >>= 1n) {
    if (a & bit) product ^= factor
    factor = factor & 1n ? (factor >> 1n) ^ polynomial : factor >> 1n
  }
  return product
}
