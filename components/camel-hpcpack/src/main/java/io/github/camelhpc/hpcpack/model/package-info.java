/**
 * What the HPC Pack job scheduler is told and tells: properties, job descriptions, the job XML and
 * times. Plain Java; nothing here knows of Camel or of HTTP.
 */
@XmlSchema(
    namespace = "http://schemas.microsoft.com/HPCS2008R2/scheduler/",
    elementFormDefault = XmlNsForm.QUALIFIED)
package io.github.camelhpc.hpcpack.model;

import jakarta.xml.bind.annotation.XmlNsForm;
import jakarta.xml.bind.annotation.XmlSchema;
