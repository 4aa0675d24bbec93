// Figures of TA-Lib 0.4's C code, compiled to WebAssembly (npm package talib-web 0.1.3). From the repository's root:
//   npm install --no-save talib-web@0.1.3 && node tests/Golden/making/talib.js
globalThis.fetch = undefined; // the package then reads its .wasm from disk
const fs = require('fs');
const path = require('path');
const zlib = require('zlib');
const talib = require('talib-web');

const lines = fs.readFileSync('data/sp500-2000.csv', 'utf8').trim().split(/\r?\n/);
const header = lines[0].split(',');
const column = name => lines.slice(1).map(line => Number(line.split(',')[header.indexOf(name)]));
const [high, low, close, open, volume] = ['high', 'low', 'close', 'open', 'volume'].map(column);
const n = close.length;

async function main() {
  await talib.init(path.join(path.dirname(require.resolve('talib-web')), 'talib.wasm'));
  // The package lets the C code read and write one bar too many: give it one, the last again, and do not look at what comes of it.
  const [h, l, c, o, v] = [high, low, close, open, volume].map(x => [...x, x[n - 1]]);
  const bars = { open: o, high: h, low: l, close: c, volume: v };
  const rsi = talib.STOCHRSI({ inReal: c, timePeriod: 14, fastK_Period: 5, fastD_Period: 3 });
  // Each with its lookback, the bar of its first value.
  const figures = {
    tema: [57, talib.TEMA({ inReal: c, timePeriod: 20 }).output],
    kama: [10, talib.KAMA({ inReal: c, timePeriod: 10 }).output],
    t3: [24, talib.T3({ inReal: c, timePeriod: 5, VFactor: 0.7 }).output],
    trima_even: [19, talib.TRIMA({ inReal: c, timePeriod: 20 }).output],
    trima_odd: [20, talib.TRIMA({ inReal: c, timePeriod: 21 }).output],
    apo: [25, talib.APO({ inReal: c, fastPeriod: 12, slowPeriod: 26 }).output],
    natr: [14, talib.NATR({ ...bars, timePeriod: 14 }).output],
    stochrsi_k: [20, rsi.fastK],
    stochrsi_d: [20, rsi.fastD],
    regression: [13, talib.LINEARREG({ inReal: c, timePeriod: 14 }).output],
    slope: [13, talib.LINEARREG_SLOPE({ inReal: c, timePeriod: 14 }).output],
    forecast: [13, talib.TSF({ inReal: c, timePeriod: 14 }).output],
    correlation: [29, talib.CORREL({ inReal0: h, inReal1: l, timePeriod: 30 }).output],
    beta: [20, talib.BETA({ inReal0: o, inReal1: c, timePeriod: 20 }).output],
    adosc: [9, talib.ADOSC({ ...bars, fastPeriod: 3, slowPeriod: 10 }).output],
    bop: [0, talib.BOP(bars).output],
    sar: [1, talib.SAR({ high: h, low: l, acceleration: 0.02, maximum: 0.2 }).output],
  };
  const rows = [['bar', ...Object.keys(figures)].join(',')];
  for (let bar = 0; bar < n; bar++) {
    if (bar >= 400 && bar % 20 !== 0) continue;
    rows.push([bar, ...Object.values(figures).map(([first, x]) => bar < first ? 'NA' : x[bar - first].toPrecision(15))].join(','));
  }
  fs.writeFileSync('tests/Golden/sp500/sp500-indicators-talib.csv.gz', zlib.gzipSync(rows.join('\n') + '\n'));
}

main();
