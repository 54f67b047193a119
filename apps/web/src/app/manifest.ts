import type { MetadataRoute } from 'next';

/** Makes the portal (and the workspace) installable. */
export default function manifest(): MetadataRoute.Manifest {
  return {
    name: 'Throughline',
    short_name: 'Throughline',
    description: 'Watch your project move.',
    start_url: '/portal',
    scope: '/',
    display: 'standalone',
    background_color: '#f6f7f9',
    theme_color: '#4150c8',
    icons: [{ src: '/icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' }],
  };
}
