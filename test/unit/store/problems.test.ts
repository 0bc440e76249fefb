import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { faultOf, OpenRefused, problemOf, StoreFault } from '../../../main/store/problems.ts';

const PATH = '/data/switchboard.db';
const sqlite = (code: string) => new Database.SqliteError('text of the library', code);
const system = (code: string) => Object.assign(new Error(code), { code, syscall: 'open', path: '/data' });

test.each([
  ['SQLITE_FULL', 'full', 'full'],
  ['SQLITE_READONLY_DBMOVED', 'read-only', 'read-only'],
  ['SQLITE_IOERR_FSYNC', 'unreadable', 'failed'],
  ['SQLITE_CANTOPEN', 'unreadable', 'failed'],
  ['SQLITE_CORRUPT_INDEX', 'damaged', 'failed'],
  ['SQLITE_NOTADB', 'not-a-database', 'failed'],
  ['SQLITE_BUSY', 'in-use', 'failed'],
])('%s is %s at start and %s later', (code, problem, fault) => {
  expect(problemOf(sqlite(code), PATH)).toEqual({ kind: problem, path: PATH });
  expect(faultOf(sqlite(code))?.kind).toBe(fault);
});

test.each([
  ['ENOSPC', 'full', 'full'],
  ['EROFS', 'read-only', 'read-only'],
  ['EACCES', 'read-only', 'read-only'],
])('the system error %s is %s at start and %s later, and names what it is about', (code, problem, fault) => {
  expect(problemOf(system(code), PATH)).toEqual({ kind: problem, path: '/data' });
  expect(faultOf(system(code))?.kind).toBe(fault);
});

test('a statement that does not fit is damage at start, and a bug later', () => {
  expect(problemOf(sqlite('SQLITE_ERROR'), PATH)?.kind).toBe('damaged');
  expect(faultOf(sqlite('SQLITE_ERROR'))).toBeNull();
  expect(faultOf(sqlite('SQLITE_CONSTRAINT_UNIQUE'))).toBeNull();
});

test('what a bug threw is no problem of the store', () => {
  for (const bug of [new Error('bug'), Object.assign(new Error('bug'), { code: 'ERR_INVALID_ARG_TYPE' }), 'text']) {
    expect(problemOf(bug, PATH)).toBeNull();
    expect(faultOf(bug)).toBeNull();
  }
});

test('a refusal and a fault are what they say', () => {
  const refused = new OpenRefused({ kind: 'emptied', path: PATH });
  expect(problemOf(refused, '/other')).toEqual({ kind: 'emptied', path: PATH });
  const fault = new StoreFault('full');
  expect(faultOf(fault)).toBe(fault);
});
