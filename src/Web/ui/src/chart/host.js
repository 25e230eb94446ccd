// The page's answers over a DotNetObjectReference. What may be larger than one message of the circuit goes as a stream.
const plain = { neighbourCounts: 1, expand: 2, path: 3, common: 1, ties: 1, places: 1, inspect: 1, measure: 2, judge: 2, createLink: 2, accept: 1, took: 0, similar: 1, createItem: 0, combine: 0, selected: 1, changed: 1, create: 0 };
const streamed = { layout: ([request]) => request, save: ([content, version]) => ({ content, version }), copy: ([content, version]) => ({ content, version }), exported: ([kind, ids]) => ({ kind, ids }) };
const room = 24_000;

const stream = value => DotNet.createJSStreamReference(new TextEncoder().encode(JSON.stringify(value)));
const pascal = name => name[0].toUpperCase() + name.slice(1);

/** @param names the answers that the page has */
export function dotnetHost(target, names) {
  const host = {};
  for (const name of names) {
    if (name in streamed) host[name] = (...all) => target.invokeMethodAsync(pascal(name), stream(streamed[name](all)));
    else if (name in plain) host[name] = (...all) => {
      const given = all.slice(0, plain[name]);
      return JSON.stringify(given).length > room ? target.invokeMethodAsync(`${pascal(name)}Large`, stream(given)) : target.invokeMethodAsync(pascal(name), ...given);
    };
  }
  return host;
}
