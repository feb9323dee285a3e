import { LRUCache } from "lru-cache";

export function make({ max, ttl }: { max: number; ttl: number }) {
  let load: (key: string) => Promise<string>;
  const cache = new LRUCache<string, string>({ max, ttl, ttlResolution: 0, fetchMethod: (key) => load(key) });
  return {
    get: async (key: string) => cache.get(key),
    peek: (key: string) => cache.peek(key),
    has: (key: string) => cache.has(key),
    set: (key: string, value: string) => void cache.set(key, value),
    delete: (key: string) => cache.delete(key),
    clear: () => cache.clear(),
    size: () => cache.size,
    fetch: (key: string, fetcher: (key: string) => Promise<string>) => {
      load = fetcher;
      return cache.fetch(key);
    },
  };
}
