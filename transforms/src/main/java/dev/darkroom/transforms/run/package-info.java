/**
 * Running a pipeline from the machine that launched it: runner settings, waiting, progress, usage.
 */
package dev.darkroom.transforms.run;
