export function make({ max, ttl }: { max: number; ttl: number }) {
  const cache = new Cache<string, string>({ maxSize: max, ttlMs: ttl });
  return {
    get: (key: string) => cache.get(key),
    peek: (key: string) => cache.peek(key),
    has: (key: string) => cache.has(key),
    set: (key: string, value: string) => void cache.set(key, value),
    delete: (key: string) => cache.delete(key),
    clear: () => cache.clear(),
    size: () => cache.size,
    fetch: (key: string, fetcher: (key: string) => Promise<string>) => cache.get(key, fetcher),
  };
}
