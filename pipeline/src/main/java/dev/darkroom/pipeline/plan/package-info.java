/** The verb {@code plan}: what a conversion would make and take, without making it. */
package dev.darkroom.pipeline.plan;
