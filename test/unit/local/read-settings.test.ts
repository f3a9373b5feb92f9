import { describe, expect, it } from 'vitest';
import { readSettings } from '#local/supervisor/read-settings.ts';

describe('readSettings', () => {
  it('has defaults for everything, for empty variables too', () => {
    expect(readSettings({ PORT: '', CASELORE_STAGE: '' }, '/here')).toEqual({
      port: 8080,
      dataDirectory: '/here/.caselore',
      stage: 'local',
      sample: true,
      searchUrl: 'sqlite:/here/.caselore/search',
      seed: expect.any(Number),
    });
  });

  it('takes what is given', () => {
    const given = {
      PORT: '0',
      CASELORE_DATA_DIR: '/data',
      CASELORE_STAGE: 'test',
      CASELORE_SAMPLE: 'off',
      CASELORE_SEED: '7',
      SEARCH_URL: 'http://127.0.0.1:9200',
    };

    expect(readSettings(given, '/here')).toEqual({
      port: 0,
      dataDirectory: '/data',
      stage: 'test',
      sample: false,
      searchUrl: 'http://127.0.0.1:9200',
      seed: 7,
    });
  });

  it.each([
    { PORT: 'http' },
    { PORT: '70000' },
    { CASELORE_STAGE: 'prod' },
    { CASELORE_SAMPLE: 'maybe' },
    { SEARCH_URL: 'sqlite:/x' },
  ])('refuses %j by name', (given) => {
    expect(() => readSettings(given, '/here')).toThrow(
      `The environment variable ${Object.keys(given)[0]} is not valid`,
    );
  });
});
