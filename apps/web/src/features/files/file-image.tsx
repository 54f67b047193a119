'use client';
import { useRef, useState } from 'react';
import { refreshSession } from '@/graphql/refresh';
import { cn } from '@/lib/cn';
import { FileIcon } from './file-icon';

export interface FileImageProps {
  src: string;
  alt: string;
  contentType: string;
  width?: number;
  height?: number;
  className?: string;
}

/** A picture from the file server; when the session's cookie has run out it is renewed and asked again, and what fails for good is its icon. */
export function FileImage({ src, alt, contentType, className, ...size }: FileImageProps) {
  const [attempt, setAttempt] = useState(0);
  const [broken, setBroken] = useState(false);
  const trying = useRef(false);
  const again = async () => {
    if (attempt > 0 || trying.current) return setBroken(true);
    trying.current = true;
    if (await refreshSession().catch(() => false)) setAttempt(1);
    else setBroken(true);
    trying.current = false;
  };
  if (broken) return <span className={cn('flex items-center justify-center bg-sunken', className)} role="img" aria-label={alt}><FileIcon contentType={contentType} /></span>;
  return <img key={attempt} src={src} alt={alt} loading="lazy" decoding="async" onError={() => void again()} className={className} {...size} />;
}
