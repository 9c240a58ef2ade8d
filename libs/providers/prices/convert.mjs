// Turns the price list of the npm package @pydantic/genai-prices (MIT) into our own dated format.
// Run by a person when prices are to be renewed; the result is checked in:
//
//   npm pack @pydantic/genai-prices@0.1.8 && tar xzf pydantic-genai-prices-0.1.8.tgz
//   node convert.mjs package 2026-09-23
//
// The second argument is the day on which that version was published; it becomes the version of the prices.
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';

const [packageFolder, published] = process.argv.slice(2);
if (!packageFolder || !/^\d{4}-\d\d-\d\d$/.test(published ?? '')) {
  console.error('Usage: node convert.mjs <unpacked package> <day it was published, YYYY-MM-DD>');
  process.exit(2);
}

// Their id -> ours.
const PROVIDERS = {
  anthropic: 'anthropic',
  azure: 'azure-openai',
  cohere: 'cohere',
  'github-copilot': 'github-copilot',
  google: 'google',
  mistral: 'mistral',
  openai: 'openai',
  openrouter: 'openrouter',
};

// Their price -> our class of tokens. USD per million tokens; web searches per thousand.
const CLASSES = {
  input_mtok: 'input',
  cache_read_mtok: 'cache_read',
  cache_write_mtok: 'cache_write_5m',
  cache_write_1h_mtok: 'cache_write_1h',
  output_mtok: 'output',
  output_reasoning_mtok: 'reasoning',
  input_audio_mtok: 'audio_in',
  output_audio_mtok: 'audio_out',
  input_image_mtok: 'image',
  web_searches_kcount: 'web_search',
};

// Finer than our classes; what they price is priced as part of the class, at its price, or not reached by any route.
const LEFT_OUT = new Set(['cache_audio_read_mtok', 'cache_image_read_mtok', 'storage_searches_kcount']);

// A pico-dollar per token: what hot paths count in.
const DECIMALS = 6;

function evaluatedList(source) {
  const start = source.indexOf('[', source.search(/const \w+ = \[\s*\{\s*id:/));
  let depth = 0;
  let quote = null;
  for (let i = start; i < source.length; i++) {
    const c = source[i];
    if (quote) {
      if (c === '\\') i++;
      else if (c === quote) quote = null;
    } else if (c === '"' || c === "'" || c === '`') quote = c;
    else if (c === '[') depth++;
    else if (c === ']' && --depth === 0) return vm.runInNewContext(`(${source.slice(start, i + 1)})`);
  }
  throw new Error('The list was not found: the package is laid out in another way.');
}

// Shortest exact decimals are kept; what a division left behind is rounded up, so that nothing is priced too low.
function decimal(number) {
  const text = String(number);
  if (/^\d+(\.\d+)?$/.test(text) && (text.split('.')[1] ?? '').length <= DECIMALS) return text;
  return String(Math.ceil(Number((number * 10 ** DECIMALS).toFixed(3))) / 10 ** DECIMALS);
}

function price(value) {
  if (typeof value === 'number') return decimal(value);
  return { base: decimal(value.base), above: value.tiers.map((t) => ({ tokens: t.start, price: decimal(t.price) })) };
}

// null where a model is paid for by something else than tokens, or in part: no price is better than a wrong one.
function prices(theirs, modelId) {
  if (Object.keys(theirs).length === 0 && modelId.endsWith(':free')) return { input: '0', output: '0' };
  const ours = {};
  for (const [name, value] of Object.entries(theirs)) {
    if (CLASSES[name]) ours[CLASSES[name]] = price(value);
    else if (!LEFT_OUT.has(name)) return null;
  }
  if (ours.input === undefined) return null;
  return isSurcharge(theirs) ? { ...ours, cache_write_5m: price(sum(theirs.input_mtok, theirs.cache_write_mtok)) } : ours;
}

// Google's models at OpenRouter: writing to a cache costs the input and, on top, five minutes of storage, and only the
// storage is listed. A write that would be cheaper than plain input gives it away.
const baseOf = (value) => value?.base ?? value;
const isSurcharge = (theirs) => baseOf(theirs.cache_write_mtok) < baseOf(theirs.input_mtok);

function sum(input, surcharge) {
  if (typeof input === 'number') return input + baseOf(surcharge);
  const dearest = Math.max(baseOf(surcharge), ...(surcharge.tiers ?? []).map((t) => t.price));
  return {
    base: input.base + baseOf(surcharge),
    tiers: input.tiers.map((t) => ({ start: t.start, price: t.price + dearest })),
  };
}

function period(entry, index, modelId) {
  const constraint = entry.constraint;
  if ((index === 0) === Boolean(constraint) || (constraint && constraint.type !== 'start_date')) {
    throw new Error(`${modelId}: only prices that change from a day on are understood.`);
  }
  const ours = prices(entry.prices, modelId);
  return ours && { ...(constraint ? { from: constraint.start_date } : {}), prices: ours };
}

function model(theirs) {
  const entries = Array.isArray(theirs.prices) ? theirs.prices : [{ prices: theirs.prices }];
  const periods = entries.map((entry, index) => period(entry, index, theirs.id));
  if (periods.some((p) => p === null)) return null;
  const days = periods.map((p) => p.from ?? '');
  if (days.join() !== [...days].sort().join()) throw new Error(`${theirs.id}: prices are not in order of time.`);
  return {
    id: theirs.id,
    match: theirs.match,
    ...(theirs.context_window ? { context_window: theirs.context_window } : {}),
    periods,
  };
}

function page(head, models) {
  const lines = models.map((m) => `  ${JSON.stringify(m)}`).join(',\n');
  return `${JSON.stringify(head, null, 1).replace(/\n}$/, '')},\n "models": [\n${lines}\n ]\n}\n`;
}

const { name, version, license } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'));
const list = evaluatedList(readFileSync(join(packageFolder, 'dist', 'index.js'), 'utf8'));
const folder = join(dirname(fileURLToPath(import.meta.url)), '../src/main/resources/META-INF/leasehold/prices');

copyFileSync(join(packageFolder, 'LICENSE'), join(folder, 'LICENSE.genai-prices'));
for (const provider of list.filter((p) => PROVIDERS[p.id])) {
  const models = provider.models.map(model);
  const head = {
    format: 1,
    provider: PROVIDERS[provider.id],
    version: published,
    source: { package: name, version, license: license ?? 'MIT', pages: provider.pricing_urls ?? [] },
    fallbacks: (provider.fallback_model_providers ?? []).map((id) => PROVIDERS[id]).filter(Boolean),
  };
  const kept = models.filter(Boolean);
  writeFileSync(join(folder, `${head.provider}.json`), page(head, kept));
  console.log(`${head.provider}: ${kept.length} models, ${models.length - kept.length} not paid for by tokens alone`);
}
