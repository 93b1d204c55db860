// SPDX-License-Identifier: GPL-3.0-or-later
// w1.mjs TRIALS SEED: W1 in Squiggle, as a program that is written from the model and run.
//
// Arithmetic of sample sets goes trial by trial, but max() does not: max(x, 0) is written (x + |x|) / 2. The
// losses of a year are a chain: the first happens or not, then the second, … up to seven, beyond which nothing
// is to be expected in any of a million trials.
import { run } from '@quri/squiggle-lang';
import fs from 'fs';

const YEARS = 10, WRITTEN_OFF_IN = 5, RATE = 0.09, TAX = 0.25, MOST_EVENTS = 7;
const trials = Number(process.argv[2]), seed = process.argv[3];
const { lines, outages } = JSON.parse(fs.readFileSync(new URL('../model.json', import.meta.url)));
const years = Array.from({ length: YEARS }, (_, t) => t + 1);
const indices = [...new Set(lines.map(line => line.alternative))];
const program = ['positive(x) = (x + (x * x) ^ 0.5) / 2', 'market = SampleSet.fromDist(normal(0.02, 0.02))'];

function amount({ shape, p1, p2, p3 }) {
  if (shape !== 'pert')
    return `${shape}(${shape === 'triangular' ? [p1, p2, p3] : [p1, p2]})`;
  return `(${p1} + ${p3 - p1} * beta(${1 + 4 * (p2 - p1) / (p3 - p1)}, ${1 + 4 * (p3 - p2) / (p3 - p1)}))`;
}

function lossesOfAYear({ a_year, log_mean, log_sd }) {
  const chances = [Math.exp(-a_year)];
  for (let k = 1; k < 40; k++)
    chances.push(chances[k - 1] * a_year / k);
  const atLeast = k => chances.slice(k).reduce((sum, chance) => sum + chance, 0);
  const loss = `SampleSet.fromDist(lognormal(${log_mean}, ${log_sd}))`;
  let chain = loss;
  for (let k = MOST_EVENTS - 1; k >= 1; k--)
    chain = `(${loss} + bernoulli(${atLeast(k + 1) / atLeast(k)}) * ${chain})`;
  return `bernoulli(${atLeast(1)}) * ${chain}`;
}

for (const a of indices) {
  const own = lines.filter(line => line.alternative === a), capital = own[0].capital;
  own.forEach((line, k) => {
    program.push(`g${a}_${k} = 1 + normal(${line.growth_mean}, ${line.growth_sd}) + ${line.market_factor} * market`);
    for (let t = line.first; t <= YEARS; t++)
      program.push(t === line.first ? `f${a}_${k}_${t} = ${line.sign} * bernoulli(${line.chance}) * ${amount(line)}`
                                    : `f${a}_${k}_${t} = f${a}_${k}_${t - 1} * g${a}_${k}`);
  });
  for (const t of years) {
    const flows = own.flatMap((line, k) => line.first <= t ? [`f${a}_${k}_${t}`] : []);
    const struck = a === outages.alternative ? ` - ${lossesOfAYear(outages)}` : '';
    program.push(`cash${a}_${t} = ${flows.join(' + ')}${struck}`,
                 `x${a}_${t} = cash${a}_${t} - ${t <= WRITTEN_OFF_IN ? capital / WRITTEN_OFF_IN : 0}` +
                   (t > 1 ? ` - carried${a}_${t - 1}` : ''),
                 `taxed${a}_${t} = positive(x${a}_${t})`,
                 `carried${a}_${t} = taxed${a}_${t} - x${a}_${t}`);
  }
  program.push(`npv${a} = -${capital} + ` +
               years.map(t => `(cash${a}_${t} - ${TAX} * taxed${a}_${t}) * ${(1 + RATE) ** -t}`).join(' + '));
}
program.push('largest0 = npv0');
for (const a of indices.slice(1))
  program.push(`largest${a} = npv${a} + positive(largest${a - 1} - npv${a})`);

const largest = `largest${indices.length - 1}`;
const each = figure => `[${indices.map(figure).join(', ')}]`;
program.push(`{ mean: ${each(a => `mean(npv${a})`)},
  p5: ${each(a => `quantile(npv${a}, 0.05)`)}, p50: ${each(a => `quantile(npv${a}, 0.5)`)}, p95: ${each(a => `quantile(npv${a}, 0.95)`)},
  cvar5: ${each(a => `mean(truncateRight(npv${a}, quantile(npv${a}, 0.05)))`)},
  pneg: ${each(a => `mean(SampleSet.map(npv${a}, {|x| x < 0 ? 1 : 0}))`)},
  pbest: ${each(a => `mean(SampleSet.map2(npv${a}, ${largest}, {|x, m| x >= m - 0.000001 ? 1 : 0}))`)},
  largest: mean(${largest}) }`);

const wall = performance.now(), cpu = process.cpuUsage();
const { result } = await run(program.join('\n'), { environment: { sampleCount: trials, xyPointLength: 1000, seed } });
if (!result.ok)
  throw new Error(result.value.toString());
const used = process.cpuUsage(cpu);
const line = { wall: (performance.now() - wall) / 1e3, cpu: (used.user + used.system) / 1e6, n: trials };

const values = result.value.result.asJS().value;
const figures = values instanceof Map ? Object.fromEntries(values) : values;
for (const key of ['mean', 'p5', 'p50', 'p95', 'cvar5', 'pneg', 'pbest'])
  line[key] = Array.from(figures[key], Number);
line.evpi = Number(figures.largest) - Math.max(...line.mean);
console.log(JSON.stringify(line));
