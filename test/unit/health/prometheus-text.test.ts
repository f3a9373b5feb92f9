import { expect, it } from 'vitest';
import { prometheusText } from '#lambdas/health/prometheus-text.ts';

it('writes help, type and samples, escaped as the format 0.0.4 says', () => {
  const text = prometheusText([
    {
      name: 'a_b',
      help: 'Says "so", a \\ and\na new line.',
      type: 'gauge',
      samples: [{ labels: { x: 'say "hi" \\ \n', y: 'ü' }, value: 1.5 }, { value: -2 }],
    },
    { name: 'nothing', help: 'Left out.', type: 'counter', samples: [] },
  ]);

  expect(text).toBe(
    [
      String.raw`# HELP a_b Says "so", a \\ and\na new line.`,
      '# TYPE a_b gauge',
      String.raw`a_b{x="say \"hi\" \\ \n",y="ü"} 1.5`,
      'a_b -2',
      '',
    ].join('\n'),
  );
});
