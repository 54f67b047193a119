'use client';
import { Fragment, memo, type ReactNode } from 'react';
import { cn } from '@/lib/cn';
import { type Block, type Inline, parse } from './model/markdown';

const linkLook = 'text-accent-text underline underline-offset-2 decoration-accent-text/40 hover:decoration-current';

function Mention({ mine, children }: { mine: boolean; children: ReactNode }) {
  return <span className={cn('rounded-sm px-0.5 font-medium', mine ? 'bg-warning-soft text-warning-text' : 'bg-accent-soft text-accent-text')}>{children}</span>;
}

function Words({ nodes, viewerId }: { nodes: readonly Inline[]; viewerId: string }): ReactNode {
  return nodes.map((node, index) => <Fragment key={index}>{drawn(node, viewerId)}</Fragment>);
}

function drawn(node: Inline, viewerId: string): ReactNode {
  switch (node.kind) {
    case 'text':
      return node.text;
    case 'break':
      return <br />;
    case 'code':
      return <code className="rounded-sm border bg-sunken px-1 py-px font-mono text-[0.92em] break-words">{node.text}</code>;
    case 'strong':
      return <strong className="font-semibold"><Words nodes={node.children} viewerId={viewerId} /></strong>;
    case 'emphasis':
      return <em><Words nodes={node.children} viewerId={viewerId} /></em>;
    case 'strike':
      return <s className="text-muted"><Words nodes={node.children} viewerId={viewerId} /></s>;
    case 'link':
      return <a href={node.href} target={node.href.startsWith('/') ? undefined : '_blank'} rel="noopener noreferrer nofollow" className={linkLook}><Words nodes={node.children} viewerId={viewerId} /></a>;
    case 'mention':
      return <Mention mine={node.of !== 'user' || node.id === viewerId}>@{node.name}</Mention>;
  }
}

function Part({ block, viewerId }: { block: Block; viewerId: string }): ReactNode {
  switch (block.kind) {
    case 'paragraph':
      return <p><Words nodes={block.children} viewerId={viewerId} /></p>;
    case 'code':
      // Wide code scrolls by itself, so the keyboard must reach it.
      return <pre tabIndex={0} aria-label={block.language ? `Code, ${block.language}` : 'Code'} className="max-w-full overflow-x-auto rounded-md border bg-sunken px-3 py-2 font-mono text-xs leading-relaxed"><code>{block.text}</code></pre>;
    case 'quote':
      return <blockquote className="flex flex-col gap-1 border-l-2 border-border-strong pl-3 text-muted">{block.children.map((each, index) => <Part key={index} block={each} viewerId={viewerId} />)}</blockquote>;
    case 'list': {
      const items = block.items.map((item, index) => <li key={index}><Words nodes={item} viewerId={viewerId} /></li>);
      return block.ordered ? <ol start={block.start} className="list-decimal pl-5">{items}</ol> : <ul className="list-disc pl-5">{items}</ul>;
    }
  }
}

/** A message's text, formatted. Drawn from a tree: whatever stands in it stays text. */
export const MessageBody = memo(function MessageBody({ body, viewerId, edited = false }: { body: string; viewerId: string; edited?: boolean }) {
  const blocks = parse(body);
  const onlyEmoji = /^(\p{Extended_Pictographic}|\uFE0F|\u200D|\p{Emoji_Modifier}|\s){1,12}$/u.test(body);
  return (
    <div className={cn('flex min-w-0 flex-col gap-1.5 text-sm break-words [overflow-wrap:anywhere]', onlyEmoji && 'text-2xl')}>
      {blocks.map((block, index) => <Part key={index} block={block} viewerId={viewerId} />)}
      {edited ? <span className="sr-only">(edited)</span> : null}
    </div>
  );
});
