import { describe, expect, test } from 'vitest';
import { ConfigurationError, readConfiguration } from './api-address';

describe('config.json', () => {
  test.each([
    ['', ''],
    ['https://api.example.com', 'https://api.example.com'],
    ['https://api.example.com/', 'https://api.example.com'],
    ['http://localhost:8080', 'http://localhost:8080'],
  ])('names the server as %j', (apiUrl, origin) => {
    expect(readConfiguration({ apiUrl })).toBe(origin);
  });

  test.each([null, 'text', {}, { apiUrl: 8080 }, { apiURL: '' }])(
    'that is %j is refused',
    (configuration) => {
      expect(() => readConfiguration(configuration)).toThrow(ConfigurationError);
    },
  );

  test.each([
    'localhost:8080',
    'api.example.com',
    'ftp://example.com',
    'https://example.com/api',
    'https://a.b?c',
  ])('with the address %j is refused, in words that name it', (apiUrl) => {
    expect(() => readConfiguration({ apiUrl })).toThrow(`“${apiUrl}”`);
  });
});
