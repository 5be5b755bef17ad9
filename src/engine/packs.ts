import { Problem } from '../domain/index.ts';
import type { Language } from '../i18n/index.ts';
import { parse } from '../rules/index.ts';
import { sha256 } from './checksum.ts';

/** What a pack says of itself. */
export interface PackHead {
  readonly name: string;
  /** Of the pack, as its author counts: 1, 2.1, 2026-03. */
  readonly version: string;
  readonly author: string;
  readonly language: Language;
}

/** Rules and their tests, on the way from one workspace to another. */
export interface Pack extends PackHead {
  readonly text: string;
  /** SHA-256 over everything else, hex. */
  readonly checksum: string;
}

const format = 'tierlens-pack';
const largest = 2_000_000;

/** The content of a pack's file: JSON that a person can read, with a checksum over what it says. */
export async function writePack(head: PackHead, text: string): Promise<string> {
  const { name, version, author, language } = head;
  const pack: Pack = { name, version, author, language, checksum: await checksumOf(head, text), text };
  return `${JSON.stringify({ format, ...pack }, null, 2)}\n`;
}

/** Reads a pack's file. Throws the Problems 'packNoPack', 'packChanged' and 'packNoRules'. */
export async function readPack(content: string): Promise<Pack> {
  const pack = packIn(jsonIn(content));
  if (!pack) throw new Problem('packNoPack');
  if (pack.checksum !== (await checksumOf(pack, pack.text)))
    throw new Problem('packChanged', { name: pack.name });
  if (parse(pack.text).declarations.length === 0) throw new Problem('packNoRules', { name: pack.name });
  return pack;
}

function jsonIn(content: string): unknown {
  try {
    return JSON.parse(content.replace(/^\ufeff/, ''));
  } catch {
    return null; // told as a file that is no pack
  }
}

/** The fields of a pack, null where one is missing or is not what it should be. */
function packIn(found: unknown): Pack | null {
  if (typeof found !== 'object' || found === null) return null;
  const {
    format: written,
    name,
    version,
    author,
    language,
    checksum,
    text,
  } = found as Record<string, unknown>;
  if (written !== format || (language !== 'en' && language !== 'zh')) return null;
  if (!isText(name, 200) || !isText(version, 50) || !isText(author, 200)) return null;
  if (!isText(checksum, 64) || !isText(text, largest)) return null;
  return { name, version, author, language, checksum, text };
}

function isText(value: unknown, longest: number): value is string {
  return typeof value === 'string' && value.length <= longest;
}

function checksumOf({ name, version, author, language }: PackHead, text: string): Promise<string> {
  return sha256(new TextEncoder().encode(JSON.stringify([format, name, version, author, language, text])));
}
