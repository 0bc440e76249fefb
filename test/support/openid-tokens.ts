import { createPrivateKey, createPublicKey, generateKeyPair, sign, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';

export type JsonObject = Record<string, unknown>;

/** What an id token says, before it is signed. */
export interface IdToken {
  header: JsonObject;
  claims: JsonObject;
}

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !Buffer.isBuffer(value);
}

const KEY_ID = 'key-of-the-test';
let made: ReturnType<typeof newSigningKey> | null = null;

/** An RSA key to sign with, the same for the whole process because making one takes long. */
export function signingKey(): ReturnType<typeof newSigningKey> {
  return (made ??= newSigningKey());
}

/** Another RSA key, under the same or another id. */
export async function newSigningKey(kid = KEY_ID): Promise<{ key: KeyObject; jwk: JsonObject }> {
  const { privateKey } = await promisify(generateKeyPair)('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const key = createPrivateKey(privateKey);
  return { key, jwk: { ...key.export({ format: 'jwk' }), kid, alg: 'RS256', use: 'sig' } };
}

/** The public half of a key in PEM, as an attacker has it. */
export function publicPem(key: KeyObject): string {
  return createPublicKey(key).export({ type: 'spki', format: 'pem' }).toString();
}

/** The compact form of a token without its signature, and a dot. */
export function unsigned({ header, claims }: IdToken): string {
  return `${encode(header)}.${encode(claims)}.`;
}

/** Signs a token with RS256, whatever its header says. */
export function signToken(token: IdToken, key: KeyObject): string {
  const text = unsigned(token);
  return text + sign('RSA-SHA256', Buffer.from(text.slice(0, -1)), key).toString('base64url');
}

/** Reads a token without checking it. */
export function readToken(compact: string): IdToken {
  const [header = '', claims = ''] = compact.split('.');
  return { header: decode(header), claims: decode(claims) };
}

function encode(part: JsonObject): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}

function decode(part: string): JsonObject {
  const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString());
  if (!isJsonObject(value)) throw new Error('No object');
  return value;
}
