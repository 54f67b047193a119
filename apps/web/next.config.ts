import path from 'node:path';
import type { NextConfig } from 'next';

/**
 * No rewrites: the API process owns the public port and hands every page path to Next (one front door).
 * The workspace root is the repository's, so that hoisted packages resolve.
 */
const config: NextConfig = {
  turbopack: { root: path.join(import.meta.dirname, '../..') },
  outputFileTracingRoot: path.join(import.meta.dirname, '../..'),
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  // The front door serves the dev server under its own origin as well.
  allowedDevOrigins: ['localhost', '127.0.0.1'],
  experimental: { optimizePackageImports: ['radix-ui', 'lucide-react', 'recharts'] },
};

export default config;
