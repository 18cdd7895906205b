/**
 * From references to shards. One call converts one shard: read ahead, decode, resize, encode,
 * append; the shard, its index and its rejections stay under unpublished names, and what comes out
 * is the account of them.
 */
package dev.darkroom.transforms.convert;
