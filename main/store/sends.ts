import * as z from 'zod';
import type { CarrierName } from '../../shared/domain/names.ts';
import type { ReadDb, WriteTx } from './database.ts';

/** When codes were sent, in trusted ms, oldest first. They outlive accounts and challenges: only a keyed tag names the identifier. */
export interface SendTimes {
  ofIdentifier: number[];
  ofInstallation: number[];
  abroad: number[];
}

const Row = z.object({ tag: z.instanceof(Uint8Array), at: z.int(), abroad: z.int() });

/** The sends since `since` (trusted ms). */
export function sendsSince(db: ReadDb, tag: Buffer, since: number): SendTimes {
  const rows = db
    .query('SELECT identifier_tag AS tag, sent_at AS at, abroad FROM sends WHERE sent_at > ? ORDER BY sent_at, id')
    .all(since)
    .map((row) => Row.parse(row));
  return {
    ofIdentifier: rows.filter((row) => tag.equals(row.tag)).map((row) => row.at),
    ofInstallation: rows.map((row) => row.at),
    abroad: rows.filter((row) => row.abroad === 1).map((row) => row.at),
  };
}

/** When one carrier sent since `since`, in trusted ms, oldest first. */
export function sendsBy(db: ReadDb, carrier: CarrierName, since: number): number[] {
  const rows = db
    .query('SELECT sent_at AS at FROM sends WHERE carrier = ? AND sent_at > ? ORDER BY sent_at, id')
    .all(carrier, since);
  return rows.map((row) => At.parse(row).at);
}

const At = z.object({ at: z.int() });

/** A send to be counted; times in trusted ms. */
export interface Send {
  tag: Buffer;
  at: number;
  abroad: boolean;
  carrier: CarrierName;
}

/** Counts a send, before it is made, and drops those up to `outdated` (trusted ms). */
export function addSend(tx: WriteTx, send: Send & { outdated: number }): void {
  tx.command('DELETE FROM sends WHERE sent_at <= ?').run(send.outdated);
  tx.command('INSERT INTO sends (identifier_tag, sent_at, abroad, carrier) VALUES (?, ?, ?, ?)').run(
    send.tag,
    send.at,
    send.abroad ? 1 : 0,
    send.carrier,
  );
}
