import { describe, expect, test } from 'vitest';
import { services } from '../../../shared/services.ts';

const microsoft =
  /(^|\.)(microsoft|(microsoft|office|live|bing|msn|xbox|azure|powerapps|powerautomate|powerbi|dynamics|clipchamp)\.com)$/;

describe('the catalogue of services', () => {
  test('every id is kebab-case and used once', () => {
    const ids = services.map((service) => service.id);
    expect(ids.filter((id) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('every id fits into the command that opens a service', () => {
    expect(services.filter((service) => service.id.length > 64)).toEqual([]);
  });

  test.each(['personal', 'work'] as const)('no two services of a %s account share a name or an address', (kind) => {
    const ofKind = services.filter((service) => service.address[kind] !== undefined);
    expect(ofKind.length).toBeGreaterThanOrEqual(20);
    expect(new Set(ofKind.map((service) => service.name)).size).toBe(ofKind.length);
    expect(new Set(ofKind.map((service) => service.address[kind])).size).toBe(ofKind.length);
  });

  test.each(services)('$id says what it is and has plain https addresses at Microsoft', (service) => {
    expect(service.name).toMatch(/^\S(.*\S)?$/);
    expect(service.description).not.toBe('');
    expect(Object.values(service.address)).not.toHaveLength(0);
    for (const address of Object.values(service.address)) {
      const { protocol, username, password, port, search, hash, href, hostname } = new URL(address);
      expect(protocol).toBe('https:');
      // The hint is added as a query; nothing else may ride along.
      expect([username, password, port, search, hash].join('')).toBe('');
      expect(href, 'written as a browser writes it').toBe(address);
      expect(hostname).toMatch(microsoft);
    }
  });
});
